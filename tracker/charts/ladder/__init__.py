"""The ladder chart: what was run at each step, and how far the usual run still is."""
