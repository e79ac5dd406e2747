"""Bring documents of every OpenAPI version to one form."""
