"""The tracker's own files: episode.json and its CSV tables, in a folder or a ZIP."""
