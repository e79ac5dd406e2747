"""Resolve the references of an OpenAPI document inside this document; nothing outside is ever read."""

from __future__ import annotations

from urllib.parse import urldefrag, urljoin

from presend.problems import escaped
from presend.words.pointers import steps_in
from presend_codegen.canonical.shape import anchored
from presend_codegen.source.load import Json, Object, SpecError


class References:
    """The places that references of a document can name: by pointer, by anchor, or with the document's address."""

    def __init__(self, document: Object) -> None:
        self._document = document
        self.anchors = {
            anchor: place
            for kind, parts in document.get("components", {}).items()
            # These may have names that are also keywords.
            for name, part in (parts.items() if isinstance(parts, dict) else ())
            for anchor, place in anchored(part, f"#/components/{kind}/{escaped(name)}")
        }

    def found(self, target: Json, place: str) -> Json:
        """Return the value that a reference points at."""
        node: Json = self._document
        target = self.own(target)
        if not isinstance(target, str) or not target.startswith("#/"):
            raise SpecError(
                f"{place}: $ref {str(target)[:200]!r}: expected a reference into the same document; bundle what it "
                "points at into this document"
            )
        for step in steps_in(target):
            if isinstance(node, list) and step.isdecimal() and int(step) < len(node):
                node = node[int(step)]
            elif isinstance(node, dict) and step in node:
                node = node[step]
            else:
                raise SpecError(
                    f"{place}: $ref {target[:200]!r}: points at nothing; {step[:80]!r} is not there: add it, or fix "
                    "the reference"
                )
        return node

    def own(self, target: Json) -> Json:
        """Remove the document's address (`$self` in OpenAPI 3.2) from a reference into it."""
        base = self._document.get("$self")
        if not isinstance(base, str) or not isinstance(target, str) or target.startswith("#"):
            return target
        address, fragment = urldefrag(urljoin(base, target))
        return f"#{fragment}" if address == urldefrag(base).url else target
