"""Turn an OpenAPI document into a pack: Pydantic models, effective JSON Schemas and the table of operations.

The way through: `load` → `overlay` → `closure` → `normalise` → `names` → `emit` → `pack`. Each step is a pure
function from data to data; only `load` reads and only `pack` writes. Nothing here is imported at run time.
"""
