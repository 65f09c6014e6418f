"""Outside formats in, domain values out, and back."""
