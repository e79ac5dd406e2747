"""`python -m presend_codegen [--check]`: write the built-in pack from spec/, or say how it is stale."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from presend_codegen.load import SpecError
from presend_codegen.pack import build, differences, write


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code: 0, 1 if the check finds the pack stale, 2 if the spec is wrong."""
    parser = argparse.ArgumentParser(prog="presend_codegen", description=__doc__)
    parser.add_argument("--spec", type=Path, default=Path("spec"), help="folder of the spec (default: spec)")
    parser.add_argument("--out", type=Path, default=Path("src/presend/openai"), help="folder of the pack")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the pack is stale")
    options = parser.parse_args(arguments)
    try:
        files = build(options.spec)
    except (SpecError, OSError) as error:
        print(f"presend_codegen: {error}", file=sys.stderr)
        return 2
    if not options.check:
        write(files, options.out)
        print(f"wrote {', '.join(files)} to {options.out}")
        return 0
    diff = list(differences(files, options.out))
    print("\n".join(diff) if diff else f"{options.out} is up to date")
    if diff:
        print(f"\n{options.out} is stale: run `make generate` and commit the result.", file=sys.stderr)
    return 1 if diff else 0


if __name__ == "__main__":
    sys.exit(main())
