"""Bring an OpenAPI document to the one form that the later steps read, whatever names and places its author chose.

- Each component schema is called by a Python identifier; `x-presend-source` remembers where it stands.
- Each body that is written out in an operation becomes a component schema, called after the operation.
- Each `$ref` is `#/components/schemas/NAME`: one that points elsewhere in the document makes that place a schema of its
  own, and one that leaves the document is refused. No file and no address is read on a document's word.
- In OpenAPI 3.0 a `$ref` stands alone: keywords beside it are ignored, with a warning.
- A discriminator keeps its property alone; the branches say which tag is whose.
- `$recursiveRef: "#"`, which JSON Schema 2020-12 does not know, is a reference to the schema around it.
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
    """A document in the one form.

    Attributes:
        document: The document, with paths and schemas alone; a whole one has webhooks, too.
        renamed: The schemas whose names had to change: theirs → ours.
        doubts: What was read otherwise than it stands, a line each.
    """

    document: Object
    renamed: dict[str, str]
    doubts: list[str]


def tidy(document: Object, *, is_whole: bool = False) -> Tidy:
    """Return the document in the one form.

    `is_whole` takes what a pack has no use for too: webhooks, the parameters of operations, those of their path among
    them, and bodies of every type, also those without a schema.

    Raises:
        SpecError: It has not the shape of an OpenAPI 3 document, or a `$ref` leads out of it or nowhere.
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
