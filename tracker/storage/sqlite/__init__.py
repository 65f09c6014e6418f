"""All that SQLite alone knows: another database would be another package beside this one."""
