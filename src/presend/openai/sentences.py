"""Digests of the upstream texts that rules were read from, a file beside the rules of each built-in pack."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from presend.packs.package_files import content_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from presend.rule import Rule

FILE = "sentence-digests.tsv"
STATUS = 2  # column with the state of an open row: moved, changed or gone


def rows(package: str) -> list[list[str]]:
    """Return the rows of a package's file: pointer, sha256, and where `presend sync` found that it differs, how."""
    text = (content_in(package, FILE) or b"").decode()
    return [line.split("\t") for line in text.splitlines() if line.startswith("#/")]


def noted(rules: Iterable[Rule], digests: dict[str, str]) -> tuple[Rule, ...]:
    """Return rules with the digest of each of their sources, empty where none is on record."""
    return tuple(
        dataclasses.replace(rule, digests=tuple(digests.get(source, "") for source in rule.sources)) for rule in rules
    )
