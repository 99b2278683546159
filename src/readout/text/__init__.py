"""Text without news: folding with the way back, paragraphs and sentences, quotation marks, words."""
