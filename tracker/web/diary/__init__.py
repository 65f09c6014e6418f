"""Pages of what is recorded day by day: today, entries, history, the guide."""
