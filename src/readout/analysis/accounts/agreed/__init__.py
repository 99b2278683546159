"""What several reports say alike."""
