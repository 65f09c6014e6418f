"""Injuries: episodes, their protocols, visits, and what a clinician proposed."""
