"""Compare the measurements with the limits of "Fast where people wait" (2026-12), its rows about run time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.contenders import FLOOR
from bench.line_files import ANSWERS, ERRORS, EVERY, RUNS
from bench.payloads import RUN
from bench.processes import CHECK, ONE_FILE, PEER, PYDANTIC, STARTS
from bench.targets import DIFFERENT, EIGHT, RIGHT, Target, against_rust, of
from bench.today import CHAT, EMBEDDINGS, RESPONSES, WORDS
from bench.transport import WITH, WITHOUT, requests

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bench.figures import Figures

FACES = ("is_valid", "check", "validate")
RIGHT_ARRAYS, TOO_MANY_ARRAYS = (f"{EMBEDDINGS} 2,048 x 100 {kind}" for kind in ("valid", "one too many"))


def _worst_face(case: str) -> Callable[[Figures], Iterator[float | None]]:
    def measured(figures: Figures) -> Iterator[float | None]:
        for face in FACES:
            for name in (f"presend.{face}", f"presend.{face}, mapping"):
                ratio = figures.ratio("today", case, name, FLOOR)
                yield ratio.median if ratio else None

    return measured


def _per_megabyte(figures: Figures) -> Iterator[float | None]:
    ours, runs = (figures.find("files", lines.case, ERRORS) for lines in (ANSWERS, RUNS))
    slower = figures.across("files", ANSWERS.case, RUNS.case, ERRORS)
    yield slower * runs.size / ours.size if slower and ours and runs and ours.size else None


def _transport(*, by_sdk: bool) -> Callable[[Figures], Iterator[float | None]]:
    def measured(figures: Figures) -> Iterator[float | None]:
        for request in requests():
            ratio = figures.ratio("transport", request.case, WITH, WITHOUT)
            yield ratio.median if ratio and request.is_todays and request.by_sdk == by_sdk else None

    return measured


def _requests() -> Iterator[Target]:
    for name, target in (("`/responses`", RESPONSES), ("chat", CHAT)):
        for kind, said in (("valid", ""), (WORDS, ", other words each time")):
            for face, limit in (("is_valid", 2), ("check", 6)):
                text = f"typical {name} request{said}: `{face}` to `orjson.loads`"
                yield Target(text, limit, of("today", f"{target} typical {kind}", f"presend.{face}", FLOOR))


def _runs() -> Iterator[Target]:
    for face, name, limit in (
        ("check", "check", 4),
        ("check", "check, mapping", 6),
        ("is_valid", "is_valid, mapping", 2.5),
        ("validate", "validate", 4),
        ("validate", "validate, mapping", 6),
    ):
        text = f"right typical run{', from a mapping' if 'mapping' in name else ''}: `{face}` to `orjson.loads`"
        yield Target(text, limit, of("json", RIGHT, f"presend.{name}", FLOOR))
        other = of("today", f"{RUN} typical {WORDS}", f"presend.{name}", FLOOR)
        yield Target(f"{text}, other words each time", limit, other)


LIMITS = (
    *_runs(),
    Target("wrong run with eight faults: `check` to `orjson.loads`", 40, of("json", EIGHT, "presend.check", FLOOR)),
    *(
        Target(
            f"right runs whose schemas never repeat: `{face}` to `orjson.loads`",
            limit,
            of("json", DIFFERENT, f"presend.{face}", FLOOR),
        )
        for face, limit in (("is_valid", 4), ("check", 12))
    ),
    Target("wrong payloads: `is_valid` to jsonschema-rs with orjson, the worst", 2.5, against_rust(is_valid=False)),
    Target(
        "first `validate` of a process to `import pydantic`", 2.5, of("processes", STARTS, "presend.validate", PYDANTIC)
    ),
    *_requests(),
    Target("embeddings of 2,048 x 100 tokens, the worst call, to `orjson.loads`", 2, _worst_face(RIGHT_ARRAYS)),
    Target("the same with one array too many", 1.2, _worst_face(TOO_MANY_ARRAYS)),
    Target("lines of `/responses`, `--errors-only`: time per MB to that of runs", 1.3, _per_megabyte),
    Target(
        "`presend check` of 20,000 right runs: all problems to `--errors-only`",
        1.5,
        of("files", RUNS.case, EVERY, ERRORS),
    ),
    Target("`presend check` of one file to check-jsonschema", 0.25, of("processes", ONE_FILE, CHECK, PEER)),
    Target("today's request through the transport to the same without, sent by httpx2", 1.05, _transport(by_sdk=False)),
    Target("the same, sent by the openai SDK", 1.05, _transport(by_sdk=True)),
)
