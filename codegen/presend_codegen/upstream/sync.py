"""Compare a built-in spec, its rules and its overlays with a new upstream document; maintainers run this.

Without overlays, our spec is compared with the same schemas of the new document. With overlays, the new document is
compared with the built-in pack. The pack is the spec with the overlays of that time, whatever changed in them since.
A fragment has the roots and operations that SOURCE.toml names, and the new document must have them too. Today's API is
compared as a whole, and an operation or schema that is gone is a difference.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from presend.problems import escaped
from presend_codegen.comparing.diff import differences
from presend_codegen.comparing.difference import COMPATIBLE, REQUEST
from presend_codegen.comparing.make_side import side_of
from presend_codegen.comparing.read_side import document_of
from presend_codegen.schemas.closure import METHODS, PREFIX, closure, operations_in, references
from presend_codegen.source.load import SpecError, load_document, of_this_shape
from presend_codegen.source.record import digest_file, digests_of, overlays_in, sentence_digest, source_of
from presend_codegen.upstream.built import built_side, lost_targets
from presend_codegen.upstream.fragment import facts
from presend_codegen.upstream.limits import limits
from presend_codegen.upstream.overlay_review import applied, review
from presend_codegen.upstream.sentences import CHANGED, statements, texts_of

if TYPE_CHECKING:
    from presend.rule import Rule
    from presend_codegen.comparing.difference import Difference
    from presend_codegen.source.load import Json, Object
    from presend_codegen.source.record import Places
    from presend_codegen.upstream.limits import Sentence
    from presend_codegen.upstream.overlay_review import Review
    from presend_codegen.upstream.sentences import Statement


@dataclasses.dataclass(frozen=True, slots=True)
class Sync:
    """The result of a sync.

    Attributes:
        differences: From our spec to the same roots of the new document; for the fragment, only its own operations.
        overlaid: Further differences with the overlay: from the built-in pack to the new document with the overlay.
        statements: Every sentence that a rule rests on, and whether it is still there.
        sentences: Sentences that sound like limits: new ones, and those of a text that changed under a rule.
        actions: Every action of the overlay, and whether it is still needed.
        lost: Rules with targets that the built-in pack does not have (any more).
        document: The new document, with the schemas that the roots of the fragment use.
        sha256: Of the new document as it was read.
    """

    differences: list[Difference]
    overlaid: list[Difference]
    statements: list[Statement]
    sentences: list[Sentence]
    actions: list[Review]
    lost: list[tuple[str, str]]
    document: Object
    sha256: str


def sync(name: str, places: Places, rules: tuple[Rule, ...]) -> Sync:
    """Compare the spec in `places.spec` with a new document: a file, an https address, or REVISION:path.

    Raises:
        SpecError: The new document lacks a root or an operation of the fragment, or one of the files is wrong.
        OSError: One of the files cannot be read.
    """
    ours = load_document(places.spec / "openapi.yaml")
    overlay = _overlay(places)
    source = source_of(places)
    document, sha256 = document_of(name)
    try:
        with of_this_shape():
            paths, roots = _scope(ours, document, source)
    except SpecError as error:
        raise SpecError(f"{name}: {error}") from None
    new_side = side_of(name, {**document, "paths": paths, "webhooks": {}})  # refuses references that point nowhere
    with of_this_shape():
        extracted = _extracted(name, document["components"]["schemas"], roots)
        found = differences(
            side_of("fragment", ours), dataclasses.replace(new_side, own=tuple(extracted)), with_texts=False
        )
        found = [one for one in found if "api" in source or not _is_left_out(one)]
        bare, bare_ours = (
            {**ours, "components": {"schemas": {key: facts(schema) for key, schema in schemas.items()}}}
            for schemas in (extracted, ours["components"]["schemas"])
        )
        reviews = review(bare_ours, bare, overlay)
        overlaid = side_of(name, applied({**bare, "paths": paths} if "api" in source else bare, overlay, reviews))
        with_overlay = differences(built_side(places.out), overlaid, with_texts=False)
        said, sentences = _words(places, source, texts_of(extracted), rules)
        lost = list(lost_targets(places.out, rules))
    further = _not_found_yet(found, with_overlay)
    used = {**document, "components": {"schemas": extracted}}
    return Sync(found, further, said, sentences, reviews, lost, used, sha256)


def _overlay(places: Places) -> Object:
    """Return all overlays of a spec merged into one, with their actions in order."""
    first, *others = (load_document(path) for path in overlays_in(places.spec))
    actions = [action for one in (first, *others) for action in one.get("actions", ())]
    return {**first, "actions": actions}


def _scope(ours: Object, document: Object, source: Object) -> tuple[Object, list[str]]:
    """Return the paths and the root schemas of a new document to compare with ours.

    Raises:
        SpecError: A root or an operation of a fragment is missing, or a part has the wrong shape.
    """
    if "api" not in source:
        paths = _paths(document, source["fragment"]["operations"], is_whole=False)
        _require_roots(document, source["fragment"]["roots"])
        return paths, source["fragment"]["roots"]
    names = [f"{method.upper()} {path}" for path, item in ours["paths"].items() for method in item if method in METHODS]
    paths = _paths(document, names, is_whole=True)
    _require_roots(document, [])
    answers = [one.get("responses") for item in paths.values() for _, one in operations_in(item)]
    # So that `references` takes `default` as a keyword.
    others = [one.get("default") for one in answers if isinstance(one, dict)]
    used = [*references(paths), *references(others), *ours["components"]["schemas"]]
    return paths, [name for name in dict.fromkeys(used) if name in document["components"]["schemas"]]


def _not_found_yet(found: list[Difference], others: list[Difference]) -> list[Difference]:
    """Return the others that were not found already; with the overlay, their witnesses may differ."""
    known = [dataclasses.replace(one, witnesses=()) for one in found]
    return [one for one in others if dataclasses.replace(one, witnesses=()) not in known]


def _words(
    places: Places, source: Object, texts: dict[str, str], rules: tuple[Rule, ...]
) -> tuple[list[Statement], list[Sentence]]:
    """Return what became of the rules' sentences, and the unread sentences that sound like limits."""
    digests = digests_of(digest_file(places, source).read_text("utf-8"))
    read = [dataclasses.replace(one, digests=tuple(digests.get(place, "") for place in one.sources)) for one in rules]
    said = list(statements(read, texts))
    unread = {sentence_digest(one.text) for one in said if one.status == CHANGED}
    return said, list(limits(texts, frozenset(digests.values()) - unread, rules))


def _paths(document: Object, operations: list[str], *, is_whole: bool) -> Object:
    """Return the paths of a document with only these operations; in a whole API some may be missing."""
    found: Object = {}
    every = _mapping(document.get("paths", {}), "#/paths")
    for operation in operations:
        method, _, path = operation.partition(" ")
        place = f"#/paths/{escaped(path)}"
        item = _mapping(every.get(path, {}), place)
        if method.lower() not in item:
            if is_whole:
                continue
            raise SpecError(f"expected the operations of the fragment, but {operation} is not among them")
        shared = {key: value for key, value in item.items() if key not in METHODS}
        found.setdefault(path, shared)[method.lower()] = _mapping(item[method.lower()], f"{place}/{method.lower()}")
    return found


def _require_roots(document: Object, roots: list[str]) -> None:
    _mapping(document.get("info", {}), "#/info")
    components = _mapping(document.get("components", {}), "#/components")
    schemas = _mapping(components.get("schemas", {}), "#/components/schemas")
    missing = [root for root in roots if root not in schemas]
    if missing:
        raise SpecError(f"expected the schemas of the fragment, but {', '.join(missing)} is not among them")


def _mapping(value: Json, place: str) -> Object:
    if not isinstance(value, dict):
        raise SpecError(f"{place}: expected a mapping, got {'null' if value is None else type(value).__name__}")
    return value


def _extracted(name: str, schemas: Object, roots: list[str]) -> Object:
    """Return the schemas that the roots use."""
    try:
        found = closure(schemas, roots)
    except SpecError as error:
        raise SpecError(f"{name}: {error}") from None
    for key, schema in found.items():
        _mapping(schema, f"{name}: {PREFIX}{key}")
    return found


def _is_left_out(one: Difference) -> bool:
    """Say whether a difference is intended: the fragment leaves out most responses and all optional parameters."""
    return (one.keyword, one.said, one.kind) == ("slot", "added", COMPATIBLE) and not one.place.startswith(REQUEST)
