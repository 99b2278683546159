"""What one party says and another denies: claims, answers, and the disputes they make."""
