"""Who speaks: one canonical speaker for every statement, out of the cast of the article."""
