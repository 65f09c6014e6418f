"""What an entry of a diary consists of, declared once: its fields, and how each is written."""
