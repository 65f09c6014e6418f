"""Use cases of what is recorded day by day, and what follows from it."""
