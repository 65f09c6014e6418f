"""Recordings of watches and phones: GPX, FIT and TCX in, one track out."""
