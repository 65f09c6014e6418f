"""Use cases of files in and out."""
