"""What every page shares: its request's context, form fields, errors, logs, security, caches."""
