"""What can be said fast: that a payload is right beyond doubt, and the model of one that is."""
