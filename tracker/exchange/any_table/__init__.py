"""Tables of other programs: columns guessed by name, cells by form, nothing believed unasked."""
