"""Turn an OpenAPI document into a pack: Pydantic models, effective JSON Schemas and the table of operations.

`pack.build` is the way through: `load`, `overlay`, `closure`, `verify`, `normalise`, `names`, `emit`. Each step is a
function from data to data; `pack` alone reads the folder of the spec and writes the files of the pack. Nothing here
is imported at run time.
"""
