"""Compare the measurements with the performance targets of presend (2026-11)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.contenders import FLOOR, IMAGE_FLOOR
from bench.figures import number
from bench.growth import FEW, HOSTILE, LARGE, MANY, SMALL
from bench.lines import ALL, CORES, EACH
from bench.payloads import IMAGE, RUN, cases
from bench.processes import BARE, CHECK, ONE_FILE, PEER, PYDANTIC, STARTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bench.figures import Figures

RIGHT, DIFFERENT, EIGHT = (f"{RUN} typical {kind}" for kind in ("valid", "all different", "eight faults"))
PHOTO = f"{IMAGE} {LARGE} valid"
LINEAR = 20  # times as long for ten times as much: room for caches that run over, and far from the 100 of a square
SAME = 1.5  # times as long for a file sixty times as large


@dataclass(frozen=True, slots=True)
class Target:
    """Say what is to be at most a limit: in ratios, save for the one in milliseconds."""

    text: str
    limit: float
    measured: Callable[[Figures], Iterator[float | None]]  # the worst of them counts
    is_below: bool = False  # below, not at most

    def row(self, figures: Figures) -> str:
        """Return its row of the table."""
        values = [value for value in self.measured(figures) if value is not None]
        if not values:
            return f"| {self.text} | {number(self.limit)} | not measured | |"
        worst = max(values)
        is_met = worst < self.limit if self.is_below else worst <= self.limit
        sign = "<" if self.is_below else "≤"
        return f"| {self.text} | {sign} {number(self.limit)} | {number(worst)} | {'met' if is_met else '**not met**'} |"


def of(group: str, case: str, contender: str, floor: str) -> Callable[[Figures], Iterator[float | None]]:
    """Return what yields the ratio of a contender to a floor."""

    def measured(figures: Figures) -> Iterator[float | None]:
        ratio = figures.ratio(group, case, contender, floor)
        yield ratio.median if ratio else None

    return measured


def against_rust(*, is_valid: bool) -> Callable[[Figures], Iterator[float | None]]:
    """Return what yields the ratios of `is_valid` to jsonschema-rs, of all right or all wrong JSON payloads."""

    def measured(figures: Figures) -> Iterator[float | None]:
        for name, case in cases().items():
            ratio = figures.ratio("json", name, "presend.is_valid", "jsonschema-rs")
            yield ratio.median if ratio and case.is_valid is is_valid and name != DIFFERENT else None

    return measured


def _problems(figures: Figures) -> Iterator[float | None]:
    for case in cases().values():
        if not case.is_valid:
            yield figures.between("json", case.name, f"{case.schema} {case.size} valid", "presend.check")


def _grown(figures: Figures) -> Iterator[float | None]:
    for what, schema, _, _ in HOSTILE:
        many, few = (f"{schema} {count:,} {what}" for count in (MANY, FEW))
        for face in ("is_valid", "validate", "check"):
            yield figures.between("hostile", many, few, f"presend.{face}")


def _bulk(figures: Figures) -> Iterator[float | None]:
    ratio = figures.ratio("lines", RUN, ALL, EACH)
    yield ratio.median * CORES if ratio else None


def _import(figures: Figures) -> Iterator[float | None]:
    ours, bare = (figures.seconds("processes", STARTS, name) for name in ("import presend", BARE))
    yield max(ours.median - bare.median, 0) * 1000 if ours and bare else None


def _opened(figures: Figures) -> Iterator[float | None]:
    ours, verify, load = (
        figures.seconds("photos", PHOTO, name) for name in ("presend.is_valid, mapping", "Pillow verify", "Pillow load")
    )
    yield ours.median / (verify.median + load.median) if ours and verify and load else None


def _rejected(figures: Figures) -> Iterator[float | None]:
    for kind, large, small in (
        ("wrong signature", LARGE, SMALL),
        ("not square", LARGE, SMALL),
        ("too large", "42 MB", "4.2 MB"),
    ):
        for face in ("is_valid", "check"):
            contender = f"presend.{face}, mapping"
            yield figures.between("photos", f"{IMAGE} {large} {kind}", f"{IMAGE} {small} {kind}", contender)


def _first(face: str) -> Target:
    text = f"first verdict of a fresh process, `{face}`, to `import pydantic`"
    return Target(text, 1.3, of("processes", STARTS, f"presend.{face}", PYDANTIC))


TARGETS = (
    Target("typical run: `validate` to `orjson.loads`", 5, of("json", RIGHT, "presend.validate", FLOOR)),
    Target(
        "typical run: `validate` to plain generated models",
        1 / 3,
        of("json", RIGHT, "presend.validate", "plain generated models"),
    ),
    Target("typical run: `is_valid` to `orjson.loads`", 1.7, of("json", RIGHT, "presend.is_valid", FLOOR)),
    Target(
        "the same, no two payloads with the same function and answer schemas",
        1.7,
        of("json", DIFFERENT, "presend.is_valid", FLOOR),
    ),
    Target(
        "typical run: `is_valid` to `json.loads`",
        1,
        of("json", RIGHT, "presend.is_valid", "json.loads"),
        is_below=True,
    ),
    Target(
        "typical run: `is_valid` to jsonschema-rs with orjson",
        1.15,
        of("json", RIGHT, "presend.is_valid", "jsonschema-rs"),
    ),
    Target("the same, worst of all right JSON payloads", 1.15, against_rust(is_valid=True)),
    Target("the same, worst of all wrong JSON payloads", 1.15, against_rust(is_valid=False)),
    Target(
        f"JSON lines on {CORES} cores: time times cores to `is_valid` of each line on one core",
        1 / 0.85,
        _bulk,
    ),
    Target("`check` of a wrong payload to `check` of the right one, worst JSON payload", 10, _problems),
    Target("time for a hostile payload grown tenfold, worst kind and call", LINEAR, _grown),
    Target("`import presend` beyond bare Python, in milliseconds of CPU", 15, _import),
    *map(_first, ("is_valid", "check", "validate")),
    Target("`presend check good.json` to check-jsonschema", 0.5, of("processes", ONE_FILE, CHECK, PEER)),
    Target("photo of 3.9 MB: `is_valid` to Pillow's verify and load", 1, _opened, is_below=True),
    Target(
        "photo of 3.9 MB: `is_valid` to its CRC and inflate alone",
        1.3,
        of("photos", PHOTO, "presend.is_valid, mapping", IMAGE_FLOOR),
    ),
    Target("rejected image: large file to small file, worst reason", SAME, _rejected),
)
