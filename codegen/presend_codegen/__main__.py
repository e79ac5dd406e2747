"""`python -m presend_codegen [--check]`: write the built-in packs and, with `--docs`, the rules; or check them."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from presend_codegen.build import build, own_recipe
from presend_codegen.emitting.catalogue import catalogue
from presend_codegen.emitting.rule_index import rule_index
from presend_codegen.emitting.write import differences, write
from presend_codegen.source.load import SpecError
from presend_codegen.source.record import BUILT_IN

OWN = tuple((spec, out) for spec, (out, _) in BUILT_IN.items())
INDEXED = OWN[-1][1]  # the pack of today's API, whose rules are many
FEW = 5  # files, that are named one by one
CATALOGUE_NOTE = "Generated from the rules in src/presend by `make generate`. Do not edit."


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code: 0, 1 if the check finds the pack stale, 2 if the spec is wrong."""
    parser = argparse.ArgumentParser(prog="presend_codegen", description=__doc__)
    parser.add_argument("--spec", type=Path, help="folder of one spec (default: both built-in ones)")
    parser.add_argument("--out", type=Path, default=OWN[0][1], help="folder of its pack")
    parser.add_argument("--docs", type=Path, help="also write the catalogue of the built-in rules to this folder")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file is out of date")
    options = parser.parse_args(arguments)
    pairs = OWN if options.spec is None else ((options.spec, options.out),)
    built = []
    try:
        for spec, out in pairs:
            built.append((out, {**build(own_recipe(spec)).files, **(rule_index() if out == INDEXED else {})}))
        for out, files in () if options.check else built:
            write(out, files)
    except (SpecError, OSError, KeyError) as error:
        print(f"presend_codegen: {error}", file=sys.stderr)
        return 2
    rules = {"rules.md": catalogue(CATALOGUE_NOTE)} if options.docs else {}
    if not options.check:
        for name, text in rules.items():
            (options.docs / name).write_text(text, encoding="utf-8", newline="\n")
        told = (f"{len(files)} files to {out}" if len(files) > FEW else ", ".join(files) for out, files in built)
        print(f"wrote {', '.join([*told, *rules])}")
        return 0
    diff = [line for out, files in built for line in differences(out, files)]
    diff += differences(options.docs, rules) if rules else ()
    print("\n".join(diff) if diff else "all generated files are up to date")
    if diff:
        print("\nGenerated files are out of date. Run `make generate` and commit the result.", file=sys.stderr)
    return 1 if diff else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:  # such as `… --check | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
