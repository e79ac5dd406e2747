"""What a maintainer runs when upstream moves: what changed in the fragment, its rules and its overlay; take it over.

Facts come over as they are and sentences never: those of upstream are known by their digests. Taking over changes the
spec's folder, the digests, the pack and the catalogue, all or none of them.
"""

from __future__ import annotations

import contextlib
import dataclasses
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

from presend_codegen.closure import METHODS, closure
from presend_codegen.diff import differences
from presend_codegen.fragment import facts, facts_digest, renewed, spec_text, with_values
from presend_codegen.load import SpecError, load_document
from presend_codegen.overlay_review import applied, review
from presend_codegen.sentences import CHANGED, digest, limits, statements, texts_of
from presend_codegen.sides import document_of, side_of

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from presend.rule import Rule
    from presend_codegen.diff import Difference
    from presend_codegen.load import Object
    from presend_codegen.overlay_review import Review
    from presend_codegen.sentences import Sentence, Statement


@dataclasses.dataclass(frozen=True, slots=True)
class Places:
    """Where things are: the folder of the `spec`, that of the pack (`out`), and that of the catalogue (`docs`)."""

    spec: Path
    out: Path
    docs: Path


@dataclasses.dataclass(frozen=True, slots=True)
class Revision:
    """What a person says of a new document: its date, its commit upstream, and the rules that were read anew."""

    revised: dt.date
    commit: str = "unknown"
    accepted: frozenset[str] = frozenset()


@dataclasses.dataclass(frozen=True, slots=True)
class Sync:
    """What moved.

    Attributes:
        differences: From the fragment to the same roots of the new document, operations of the fragment alone.
        overlaid: Those that come only with the overlay on both: where it no longer does what it did.
        statements: Every sentence that a rule rests on, and whether it still stands.
        sentences: New or changed sentences that sound like limits.
        actions: Every action of the overlay, and whether it is still needed.
        document: The new document, with the schemas that the fragment's roots reach.
        sha256: Of the new document as it was read.
    """

    differences: list[Difference]
    overlaid: list[Difference]
    statements: list[Statement]
    sentences: list[Sentence]
    actions: list[Review]
    document: Object
    sha256: str


def sync(name: str, places: Places, rules: tuple[Rule, ...]) -> Sync:
    """Hold the fragment in `places.spec` against a new document: a file, an https address, or REVISION:path.

    Raises:
        SpecError: The new document lacks a root or an operation of the fragment, or one of the files is wrong.
        OSError: One of the files cannot be read.
    """
    ours = load_document(places.spec / "openapi.yaml")
    source = _source(places)
    document, sha256 = document_of(name)
    upstream = document.get("components", {}).get("schemas", {})
    missing = [root for root in source["fragment"]["roots"] if root not in upstream]
    if missing:
        raise SpecError(f"{name}: expected the schemas of the fragment, but {', '.join(missing)} is not among them")
    extracted = closure(upstream, source["fragment"]["roots"])
    new = {**document, "paths": _paths(name, document, source["fragment"]["operations"])}
    old_side, new_side = side_of("fragment", ours), side_of(name, new)
    new_side = dataclasses.replace(new_side, own=tuple(extracted))
    found = differences(old_side, new_side, with_texts=False)
    texts, known = texts_of(extracted), frozenset(_digests(places, source).values())
    bare = {**ours, "components": {"schemas": {key: facts(schema) for key, schema in extracted.items()}}}
    overlay = load_document(places.spec / "overlay.yaml")
    overlaid = [side_of(name, applied(one, overlay)) for one in (ours, bare)]
    return Sync(
        found,
        [one for one in differences(*overlaid, with_texts=False) if one not in found],
        list(statements(rules, texts)),
        list(limits(texts, known, rules)),
        review(ours, bare, overlay),
        {**document, "components": {"schemas": extracted}},
        sha256,
    )


def _paths(name: str, document: Object, operations: list[str]) -> Object:
    """Return the paths of a document with the operations of the fragment alone."""
    found: Object = {}
    for operation in operations:
        method, _, path = operation.partition(" ")
        item = document.get("paths", {}).get(path, {})
        if method.lower() not in item:
            raise SpecError(f"{name}: expected the operations of the fragment, but {operation} is not among them")
        shared = {key: value for key, value in item.items() if key not in METHODS}
        found.setdefault(path, shared)[method.lower()] = item[method.lower()]
    return found


def take_over(found: Sync, places: Places, revision: Revision) -> list[Path]:
    """Write the new fragment and all that is made from it; return the files that changed.

    The digests of sentences that a rule rests on stay as they are where upstream changed them, so that they go on
    being told, until the rule is accepted.

    Raises:
        SpecError: The pack cannot be made from the new fragment and the overlay; every file is as it was.
        OSError: A file cannot be written; every file is as it was.
    """
    source = _source(places)
    tsv = _digest_file(places, source)
    made = [places.spec / "openapi.yaml", places.spec / "SOURCE.toml", tsv, places.docs / "rules.md"]
    made += [places.out / name for name in ("models.py", "schemas.json", "operations.json")]
    before = {path: path.read_bytes() if path.exists() else None for path in made}
    written = dict(zip(made, _texts(found, places, revision), strict=False))
    try:
        for path, text in written.items():
            path.write_text(text, encoding="utf-8", newline="\n")
        _generate(places)
    except BaseException:
        for path, content in before.items():
            if content is not None:
                path.write_bytes(content)
            else:
                with contextlib.suppress(OSError):  # what was not there may not be there to be removed either
                    path.unlink()
        raise
    return [path for path, content in before.items() if path.read_bytes() != content]


def _texts(found: Sync, places: Places, revision: Revision) -> tuple[str, str, str]:
    """Return the new texts of openapi.yaml, SOURCE.toml and the file of digests."""
    source = _source(places)
    upstream = found.document["components"]["schemas"]
    ours = load_document(places.spec / "openapi.yaml")
    info = found.document.get("info", {})
    schemas = renewed(ours["components"]["schemas"], upstream, revision.revised)
    version = str(info.get("version", source["upstream"]["version"]))
    new = {**ours, "info": {**ours["info"], "version": version}, "components": {"schemas": schemas}}
    was = source["upstream"]["revised"]
    said = {
        was.isoformat(): revision.revised.isoformat(),
        f"{source['fragment']['schemas']} schemas": f"{len(schemas)} schemas",
    }
    spec = spec_text((places.spec / "openapi.yaml").read_text("utf-8"), new, said)
    digests = {pointer: digest(text) for pointer, text in texts_of(upstream).items()}
    pending = {one.source for one in found.statements if one.status == CHANGED and one.rule not in revision.accepted}
    digests |= {pointer: known for pointer, known in _digests(places, source).items() if pointer in pending}
    values = {
        "version": f'"{version}"',
        "revised": revision.revised.isoformat(),
        "openapi": f'"{found.document.get("openapi")}"',
        "sha256": f'"{found.sha256}"',
        "commit": f'"{revision.commit}"',
        "facts_sha256": f'"{facts_digest(schemas)}"',
        "schemas": str(len(schemas)),
    }
    toml = with_values((places.spec / "SOURCE.toml").read_text("utf-8"), values)
    heading = _digest_file(places, source).read_text("utf-8").partition("#/")[0]
    heading = heading.replace(was.isoformat(), revision.revised.isoformat())
    rows = "".join(f"{pointer}\t{known}\n" for pointer, known in digests.items())
    return spec, toml, heading + rows


def _source(places: Places) -> Object:
    try:
        return tomllib.loads((places.spec / "SOURCE.toml").read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise SpecError(f"SOURCE.toml: expected TOML, but {error}") from None


def _digest_file(places: Places, source: Object) -> Path:
    path: Path = places.spec / source["wording"]["digests"]
    return path


def _digests(places: Places, source: Object) -> dict[str, str]:
    """Return the digests of upstream's texts in the revision that the fragment is of: pointer → sha256."""
    lines = _digest_file(places, source).read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line.startswith("#/"))


def _generate(places: Places) -> None:
    """Make the pack and the catalogue, in a process of their own: the rules have to read their new digests."""
    parts = ("--spec", places.spec, "--out", places.out, "--docs", places.docs)
    command = [sys.executable, "-m", "presend_codegen", *map(str, parts)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own module
    if done.returncode:
        lines = done.stderr.strip().splitlines() or ["it did not say why"]
        raise SpecError(f"the pack cannot be made, so nothing was changed: {lines[-1]}")
