"""The clinician's page on paper: one sheet, its text selectable, its charts as lines."""
