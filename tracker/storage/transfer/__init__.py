"""What comes in and goes out whole: imports, copies, moves into another database."""
