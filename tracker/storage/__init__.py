"""The database: rows inside, domain values outside."""
