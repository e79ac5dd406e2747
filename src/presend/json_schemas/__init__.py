"""Check JSON Schemas for functions and response formats, fix them for strict mode, and check answers against them.

Schemas come from files, tools and Python types. schemas.json and rules.py are a pack, so presend checks a schema as it
checks a payload.
"""
