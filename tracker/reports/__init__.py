"""What is reported of a diary: its summary, its report and tables, what its run days did."""
