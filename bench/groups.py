"""The groups of measurements: payloads, contenders, and the floor that divides each time."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from bench.contenders import FLOOR, IMAGE_FLOOR, OURS, PEERS, READERS, STAGES
from bench.growth import growing, hostile, photos
from bench.payloads import IMAGE, Case, cases
from bench.today import todays

ALL, FROM_BYTES = tuple(c.name for c in OURS), tuple(c.name for c in OURS if c.takes == "bytes")
FROM_MAPPING = tuple(c.name for c in OURS if c.takes == "mapping")
OPENERS = ("Pillow verify", "Pillow load")


@dataclass(frozen=True, slots=True)
class Group:
    """Name a table: its cases, its contenders, and which of them is the floor, if one is."""

    name: str
    cases: tuple[Case, ...]
    contenders: tuple[str, ...]
    floor: str
    rounds: int

    def parts(self) -> list[list[Case]]:
        """Return the cases by payload size: each contender has a process for each."""
        ordered = sorted(self.cases, key=lambda case: case.size)
        return [list(part) for _, part in itertools.groupby(ordered, key=lambda case: case.size)]


JSON = tuple(case for case in cases().values() if case.schema != IMAGE)
FORMS = tuple(case for case in cases().values() if case.schema == IMAGE)
READ = tuple(c.name for c in READERS if c.name != IMAGE_FLOOR)
JUDGED = tuple(c.name for c in PEERS if c.name not in OPENERS)

GROUPS = (
    Group("json", JSON, (*READ, *JUDGED, *ALL), FLOOR, 7),
    Group("form", FORMS, (IMAGE_FLOOR, *JUDGED, *FROM_MAPPING), IMAGE_FLOOR, 5),
    Group("photos", tuple(photos().values()), (IMAGE_FLOOR, *OPENERS, *FROM_MAPPING), IMAGE_FLOOR, 7),
    Group("growth", tuple(growing().values()), (FLOOR, *FROM_BYTES), FLOOR, 5),
    Group("hostile", tuple(hostile().values()), FROM_BYTES, "", 5),
    Group("today", tuple(todays().values()), (FLOOR, *ALL), FLOOR, 7),
    Group("stages", (cases()["CreateRunRequest typical valid"],), (FLOOR, *(c.name for c in STAGES)), FLOOR, 7),
)
CASES = {case.name: case for group in GROUPS for case in group.cases}
