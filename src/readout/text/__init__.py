"""Text without news: folding that keeps every offset, quotation marks, words."""
