"""Packs: how to find one, its contents, and the routes to its operations."""
