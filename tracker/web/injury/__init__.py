"""Pages of the episode: onboarding, numbers, warning signs, how it decides."""
