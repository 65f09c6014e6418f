"""Who may come in: accounts, sign-ins, factors, links, roles, consents; and the log of it."""
