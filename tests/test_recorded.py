"""Recorded requests and responses of the API cause no errors and next to no warnings."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import presend
from presend.packs.find import find_pack
from presend.packs.names import TODAY

FOLDER = Path(__file__).parent / "recorded"
# The run's own limit is of a later date than these requests, and is the fragment's: see docs/design.md.
KNOWN = {("POST /threads/thread_1/runs", "/max_completion_tokens", "schema.minimum")}
WARNED = 0.03  # of the requests, at most, and (`DOUBTED`) of the answers
DOUBTED = 0.05


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()]


def grown(value: Any) -> Any:
    if isinstance(value, dict):
        if value.keys() == {"$repeat"}:
            text, count = value["$repeat"]
            return text * count
        return {name: grown(member) for name, member in value.items()}
    return [grown(item) for item in value] if isinstance(value, list) else value


def test_recorded_requests_have_no_errors() -> None:
    loudest: Counter[str] = Counter()
    for row in rows("requests"):
        payload = grown(row["payload"])
        target = " ".join(row["operation"].split()[:2])
        try:
            found = presend.check(target, payload)
        except LookupError:  # of a retired endpoint that presend does not hold
            loudest["unknown"] += 1
            continue
        errors = {(target, p.pointer, p.rule) for p in found if p.severity == "error"} - KNOWN
        assert not errors, row["source"]
        doubts = [
            p for p in found if p.severity == "warning" and p.rule != "model.retired"
        ]  # gone since it was recorded
        loudest["warning" if doubts else "clean"] += 1
    assert loudest["clean"] > 400
    assert loudest["warning"] <= WARNED * loudest["clean"], loudest


def test_recorded_responses_have_no_errors() -> None:
    loudest: Counter[str] = Counter()
    for row in rows("answers"):
        found = [one for one in find_pack(TODAY).operations_at(*row["operation"].split()) if one.response]
        if not found or found[0].response is None:
            continue
        problems = presend.check(found[0].response, grown(row["response"]), pack=TODAY)
        assert [p for p in problems if p.severity == "error"] == [], row["source"]
        loudest["warning" if any(p.severity == "warning" for p in problems) else "clean"] += 1
    assert loudest["clean"] > 400
    assert loudest["warning"] <= DOUBTED * loudest["clean"], loudest
