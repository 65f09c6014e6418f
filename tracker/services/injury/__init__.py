"""Use cases of the episode, its numbers, its protocol and a clinician's word."""
