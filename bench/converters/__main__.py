"""Measure who makes a right strict schema of a pydantic model, and write the section of docs/schemas.md.

`make converters` runs it; it needs the network, for the libraries. CONVERTERS="openai presend" measures those alone and
prints the section, with the reason of each cell that is not right, and writes nothing.
"""

from __future__ import annotations

import json
import sys

from bench.converters.environments import BUILD
from bench.converters.models import CASES
from bench.converters.table import section, write
from bench.converters.verdicts import columns


def main() -> None:
    """Measure all that is asked for."""
    only = frozenset(sys.argv[1:])
    BUILD.mkdir(parents=True, exist_ok=True)
    measured = []
    for column in columns(only):
        print(f"{column.library}: {', '.join(column.ways)}", file=sys.stderr)
        measured.append(column)
    if only:
        print(section(measured))
        for column in measured:
            for case, verdict in zip(CASES, column.verdicts, strict=True):
                if verdict.kind != "right":
                    print(f"{column.library} · {case.about} · {verdict.kind}: {verdict.why}")
                    print(
                        f"    {json.dumps(verdict.schema)}" if verdict.schema else "", end="\n" * bool(verdict.schema)
                    )
        return
    write(measured)


if __name__ == "__main__":
    main()
