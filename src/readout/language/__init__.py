"""A language as data (cues, quotation marks, names) and as a trained pipeline, loaded in one place."""
