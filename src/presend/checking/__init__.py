"""What is held against what."""
