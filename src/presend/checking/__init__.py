"""Check a payload against its schema and its rules: the walk, unions, forms and messages."""
