"""What was entered day by day, what the fold says of it, what was shown and edited."""
