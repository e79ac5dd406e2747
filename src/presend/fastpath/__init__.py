"""Verdicts and models that need no walk."""
