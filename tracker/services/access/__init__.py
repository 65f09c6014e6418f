"""Use cases of who may come in: accounts, sign-ins, passphrases, links."""
