"""Recordings of watches and phones: GPX, FIT and TCX in, legs of what was done out."""
