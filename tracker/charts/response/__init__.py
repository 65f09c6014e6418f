"""The response chart: what the runs did, by the next morning."""
