"""What a story counts and dates: amounts and times that answer one question, joined and compared."""
