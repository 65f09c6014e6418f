"""Whole archives of Strava, Garmin and Apple: what was done, read lazily and in little memory."""
