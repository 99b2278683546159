"""A story laid out: its sentences, clauses and terms, and who holds what stands in them."""
