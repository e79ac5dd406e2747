"""Turn an OpenAPI document into a pack: Pydantic models, effective JSON Schemas and a table of operations.

`build` runs the steps, one room after another: `source`, `canonical`, `schemas`, `passes`, `emitting`. Each step is a
function from data to data. Only `build` reads the folder of the spec and writes the files of the pack. Checking a
payload never imports this package.
"""

import presend as presend
