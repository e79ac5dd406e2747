"""The configuration of `presend check`; schemas.json, operations.json and rules.py make its format a pack."""
