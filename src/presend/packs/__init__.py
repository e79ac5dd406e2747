"""Packs: finding one, its contents, and the routes to its operations."""
