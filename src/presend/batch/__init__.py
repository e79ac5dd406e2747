"""Check input files of the Batch API. schemas.json, operations.json and rules.py make their format a pack."""
