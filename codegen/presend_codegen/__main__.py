"""`python -m presend_codegen [--check]`: write the built-in pack, and with `--docs` the rules; or say what is stale."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from presend_codegen.catalogue import catalogue
from presend_codegen.load import SpecError
from presend_codegen.pack import build, own_recipe
from presend_codegen.write import differences, write

CATALOGUE_NOTE = "Generated from the rules in src/presend by `make generate`. Do not edit."


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code: 0, 1 if the check finds the pack stale, 2 if the spec is wrong."""
    parser = argparse.ArgumentParser(prog="presend_codegen", description=__doc__)
    parser.add_argument("--spec", type=Path, default=Path("spec"), help="folder of the spec (default: spec)")
    parser.add_argument("--out", type=Path, default=Path("src/presend/openai"), help="folder of the pack")
    parser.add_argument("--docs", type=Path, help="folder to write the catalogue of the built-in rules to as well")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file is stale")
    options = parser.parse_args(arguments)
    try:
        files = build(own_recipe(options.spec)).files
        if not options.check:
            write(options.out, files)
    except (SpecError, OSError, KeyError) as error:
        print(f"presend_codegen: {error}", file=sys.stderr)
        return 2
    rules = {"rules.md": catalogue(CATALOGUE_NOTE)} if options.docs else {}
    if not options.check:
        for name, text in rules.items():
            (options.docs / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"wrote {', '.join([*files, *rules])}")
        return 0
    diff = [*differences(options.out, files), *(differences(options.docs, rules) if rules else ())]
    print("\n".join(diff) if diff else "all generated files are up to date")
    if diff:
        print("\nGenerated files are stale: run `make generate` and commit the result.", file=sys.stderr)
    return 1 if diff else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:  # such as `… --check | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
