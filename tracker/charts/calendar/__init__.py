"""The calendar chart: what every day of the episode was."""
