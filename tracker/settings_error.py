"""What is wrong outside the program, in words for whoever runs it."""


class SettingsError(Exception):
    """Something outside the program is not usable; the message says what to do about it."""
