"""Bring an OpenAPI document to the one form that later steps read, whatever names and places its author chose.

- Each component schema gets a Python identifier as its name; `x-presend-source` records its place in the document.
- Each body that an operation writes out becomes a component schema, named after the operation.
- Each `$ref` is `#/components/schemas/NAME`. If it points elsewhere in the document, that place becomes a schema. If it
  leaves the document, it is refused: no document makes presend read a file or an address.
- In OpenAPI 3.0, keywords beside a `$ref` are ignored, with a warning.
- A discriminator keeps only its property. The branches say which tag belongs to which of them.
- `$recursiveRef: "#"`, which JSON Schema 2020-12 does not have, becomes a reference to the schema around it.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from presend.problems import escaped
from presend_codegen.canonical.shape import require, require_openapi
from presend_codegen.canonical.spelling import class_names
from presend_codegen.canonical.tidied import Tidied
from presend_codegen.schemas.closure import PREFIX

if TYPE_CHECKING:
    from presend_codegen.source.load import Object


@dataclasses.dataclass(frozen=True, slots=True)
class Tidy:
    """A document in the common form.

    Attributes:
        document: The document, with only its paths and schemas; with `is_whole`, also its webhooks.
        renamed: The schemas whose names had to change: old name → new name.
        doubts: Warnings about parts that are not read as they are written.
    """

    document: Object
    renamed: dict[str, str]
    doubts: list[str]


def tidy(document: Object, *, is_whole: bool = False) -> Tidy:
    """Return the document in the common form.

    `is_whole` also keeps what a pack does not use: webhooks, the parameters of operations and their paths, and bodies
    of every type, also those without a schema.

    Raises:
        SpecError: It does not have the shape of an OpenAPI 3 document, or a `$ref` leaves it or points nowhere.
    """
    document = {**document, **{part: {} for part in ("paths", "components") if document.get(part) is None}}
    require_openapi(document)
    original = document.get("components", {}).get("schemas", {})
    names = class_names(original)
    renamed = {old: new for old, new in names.items() if old != new}
    tidied = Tidied(document, names, is_whole=is_whole)
    for old, new in names.items():
        tidied.add(new, original[old], f"{PREFIX}{escaped(old)}")
    items = {}
    for root in ("paths", "webhooks")[: 1 + is_whole]:
        require(document.get(root) or {}, dict, f"#/{root}")
        those = (document.get(root) or {}).items()
        items[root] = {
            path: tidied.path_item(path, item, root) for path, item in those if not str(path).startswith("x-")
        }
    tidied.finish()
    return Tidy({**items, "components": {"schemas": tidied.schemas}}, renamed, tidied.doubts)
