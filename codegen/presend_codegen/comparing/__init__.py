"""What `presend diff` is made of."""
