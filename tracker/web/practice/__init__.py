"""Pages of a practice: a clinician's runners, and a runner's clinicians."""
