"""All that PostgreSQL alone knows; `sqlite`, beside it, answers to the same names."""
