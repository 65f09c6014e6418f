"""The protocol's TOML document: read, held to its bounds, and faults named by their place."""
