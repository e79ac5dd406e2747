"""Update to a new revision of upstream: spec folder, digests, pack and catalogue together, or nothing.

Facts are copied and sentences never. The record of what a rule rests on is never dropped: where upstream changed, moved
or removed a sentence, its row in the digests stays, marked as open, until a person decides.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import subprocess
import sys
from typing import TYPE_CHECKING

from presend_codegen.build import own_recipe
from presend_codegen.emitting.put_off import SIGNALLED, put_off
from presend_codegen.source.load import SpecError, load_document
from presend_codegen.source.record import digest_file, digests_of, digests_text, sentence_digest, source_of, with_values
from presend_codegen.upstream.fragment import facts_digest, renewed, spec_text
from presend_codegen.upstream.sentences import OPEN, texts_of

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from presend_codegen.source.record import Places
    from presend_codegen.upstream.sentences import Statement
    from presend_codegen.upstream.sync import Sync


@dataclasses.dataclass(frozen=True, slots=True)
class Revision:
    """The facts that a person states on a new document: its date, its upstream commit, and the rules read again."""

    revised: dt.date
    commit: str = "unknown"
    accepted: frozenset[str] = frozenset()


def take_over(found: Sync, places: Places, revision: Revision) -> list[Path]:
    """Write the new fragment and all that is made from it; return the files that changed.

    Raises:
        SpecError: No pack can be made from the new fragment and the overlay; all files are restored.
        OSError: A file cannot be written; all files are restored.
    """
    source = source_of(places)
    tsv = digest_file(places, source)
    made = [places.spec / "openapi.yaml", places.spec / "SOURCE.toml", tsv, places.docs / "rules.md"]
    made += [places.out / name for name in ("models.py", "schemas.json", "operations.json")]
    before = {path: path.read_bytes() if path.exists() else None for path in made}
    written = dict(zip(made, _texts(found, places, revision), strict=False))
    with put_off() as told:
        try:
            for path, text in written.items():
                path.write_text(text, encoding="utf-8", newline="\n")
            _require_facts(found, places)
            _generate(places)
            if told:
                raise SystemExit(SIGNALLED + told[0])  # noqa: TRY301 - a signal asked for it, and now the changes can be undone
        except BaseException:
            _restore(before)
            raise
    if told:  # a signal came after everything was written
        raise SystemExit(SIGNALLED + told[0])
    return [path for path, content in before.items() if path.read_bytes() != content]


def left_open(found: Sync, accepted: frozenset[str]) -> list[Statement]:
    """Return the sentences that still wait for a person after the `accepted` rules were read again.

    Accepting a rule settles a sentence that changed in place. A sentence that moved or is gone is settled by editing
    the `said(…)` of the rule.
    """
    here = texts_of(found.document["components"]["schemas"])
    return [one for one in found.statements if one.status in OPEN and not (one.rule in accepted and one.source in here)]


def _restore(before: dict[Path, bytes | None]) -> None:
    for path, content in before.items():
        if content is not None:
            path.write_bytes(content)
        else:
            with contextlib.suppress(OSError):  # a file that did not exist may not be there to remove either
                path.unlink()


def _texts(found: Sync, places: Places, revision: Revision) -> tuple[str, str, str]:
    """Return the new texts of openapi.yaml, SOURCE.toml and the file of digests."""
    source = source_of(places)
    ours = load_document(places.spec / "openapi.yaml")
    schemas = renewed(ours["components"]["schemas"], found.document["components"]["schemas"], revision.revised)
    version = str(found.document.get("info", {}).get("version", source["upstream"]["version"]))
    new = {**ours, "info": {**ours["info"], "version": version}, "components": {"schemas": schemas}}
    dates = {source["upstream"]["revised"].isoformat(): revision.revised.isoformat()}
    counts = {f"{source['fragment']['schemas']} schemas": f"{len(schemas)} schemas"}
    spec = spec_text((places.spec / "openapi.yaml").read_text("utf-8"), new, dates | counts)
    upstream: dict[str, object] = {
        "version": version,
        "revised": revision.revised,
        "openapi": str(found.document.get("openapi")),
        "sha256": found.sha256,
        "commit": revision.commit,
    }
    fragment: dict[str, object] = {"facts_sha256": facts_digest(schemas), "schemas": len(schemas)}
    toml = (places.spec / "SOURCE.toml").read_text("utf-8")
    before = digest_file(places, source).read_text("utf-8")
    for old, said in dates.items():
        before = before.replace(f"revision of {old}", f"revision of {said}")
    return spec, with_values(toml, {"upstream": upstream, "fragment": fragment}), _digests(found, before, revision)


def _digests(found: Sync, before: str, revision: Revision) -> str:
    known = digests_of(before)
    waiting = {one.source: one.status for one in left_open(found, revision.accepted)}
    digests = {key: sentence_digest(text) for key, text in texts_of(found.document["components"]["schemas"]).items()}
    return digests_text(before, digests | {key: known[key] for key in waiting}, waiting)


def _require_facts(found: Sync, places: Places) -> None:
    """Read the written files, and check that their facts equal those of the new document."""
    meant = facts_digest(found.document["components"]["schemas"])
    said = facts_digest(load_document(places.spec / "openapi.yaml")["components"]["schemas"])
    noted = source_of(places)["fragment"]["facts_sha256"]
    if {said, noted} != {meant}:
        raise SpecError("the written openapi.yaml differs from the new document, so nothing was changed")


def _generate(places: Places) -> None:
    """Make the pack and the catalogue in a new process, because the rules have to read their new digests.

    The process has its own session, so that Ctrl-C in the terminal does not stop it halfway.
    """
    parts = ("--spec", places.spec, "--out", places.out, "--docs", places.docs)
    command = [sys.executable, "-m", "presend_codegen", *map(str, parts)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, start_new_session=True)  # noqa: S603 - our own module
    if done.returncode:
        lines = done.stderr.strip().splitlines() or ["no reason was given"]
        raise SpecError(f"the pack cannot be generated, so nothing was changed: {lines[-1]}")
    table = json.loads((places.out / "operations.json").read_text("utf-8"))
    if table["digest"] != own_recipe(places.spec).digest:
        raise SpecError("the pack was not generated from the written files, so nothing was changed")
