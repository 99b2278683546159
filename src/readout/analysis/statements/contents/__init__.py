"""What is reported: where each content begins and ends, by the frame of its cue."""
