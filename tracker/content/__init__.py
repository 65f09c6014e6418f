"""What the pages tell beside the decisions: warning signs, care, symptoms, and the documents."""
