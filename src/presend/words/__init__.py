"""Wording that all messages share."""
