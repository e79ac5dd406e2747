"""The Batch API's input file; schemas.json, operations.json and rules.py make its format a pack."""
