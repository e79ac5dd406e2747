"""Schemas: what they reach, their normal form, and which of them no value can share."""
