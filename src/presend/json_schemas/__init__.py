"""Will the API take this schema? Schemas from files, tools and Python types: checked, mended, and held against answers.

schemas.json and rules.py are a pack, so that a schema is checked, and told of, as any payload is.
"""
