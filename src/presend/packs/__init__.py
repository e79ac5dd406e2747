"""Packs as other tools see them."""
