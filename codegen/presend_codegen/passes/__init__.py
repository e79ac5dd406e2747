"""The named passes between a spec and a pack."""
