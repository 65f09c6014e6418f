"""Reminders: when an answer is missing, by mail and by webhook, once."""
