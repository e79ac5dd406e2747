"""Results as GitHub's workflow commands: the runner shows them as annotations, at their lines.

GitHub keeps at most ten errors, ten warnings and ten notices of a step as annotations; the log has them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.problems import printable
from presend.reports.checkout import path_in_checkout, root_of_checkout
from presend.reports.text import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from presend.reports.text import Result

COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
# The runner undoes these escapes; those of the second table only in properties (actions/runner, ActionCommand.cs).
ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY_ESCAPES = ESCAPES | str.maketrans({":": "%3A", ",": "%2C"})


def as_github(results: Iterable[Result]) -> Iterator[str]:
    """Yield a workflow command for each problem and each unreadable file, and a summary line."""
    tally, root = Tally(), root_of_checkout()
    for result in results:
        tally.add(result)
        file = path_in_checkout(result.file, root)
        yield ""
        for problem in result.listed:
            place = {"file": file, "line": problem.line, "col": problem.column}
            message = printable(problem.message) if file else f"{printable(result.file)}: {printable(problem.message)}"
            yield _command(COMMANDS[problem.severity], message, **place, title=f"presend: {problem.rule}")
        if result.unreadable is not None:
            message = f"{printable(result.file)} was not checked: {printable(result.unreadable)}"
            yield _command("error", message, file=file, title="presend")
    yield f"{tally}\n"


def _command(name: str, message: str, **properties: str | int | None) -> str:
    given = (f"{key}={str(value).translate(PROPERTY_ESCAPES)}" for key, value in properties.items() if value)
    return f"::{name} {','.join(given)}::{message.translate(ESCAPES)}\n"
