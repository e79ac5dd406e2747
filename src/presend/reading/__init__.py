"""Convert JSON text, YAML text and Python values to JSON data."""
