"""Pages of signing in, devices, people, links, leaving."""
