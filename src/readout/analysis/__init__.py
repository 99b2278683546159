"""The chapters: pure functions of typed values, one public verb each; they meet only in the pipeline."""
