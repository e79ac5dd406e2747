"""Packs: what one exposes, how one is found, and the built-in ones behind one door."""
