"""Turn an OpenAPI document into a pack: Pydantic models, effective JSON Schemas and the table of operations.

`build` is the one way through; the rooms are its steps: `source`, `canonical`, `schemas`, `passes`, `emitting`. Each
step is a function from data to data; `build` alone reads the folder of the spec and writes the files of the pack.
Nothing here is imported at run time.
"""

import presend as presend
