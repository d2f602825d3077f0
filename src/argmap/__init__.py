"""Arguments as code: write an argument as plain text, have it checked and drawn."""
