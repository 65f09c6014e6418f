"""A return-to-run tracker: a diary that says whether to run today, and why."""
