"""What the tracker decides, as pure functions of values.

Nothing here reads a clock, a file at decision time or a database, and nothing is imported
but the standard library.
"""
