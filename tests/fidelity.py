"""Compare packs with independent validators: `make fidelity`, and on a few schemas in `make test`.

The pack is that of today's API, or of a public spec. Schemas of requests and responses are chosen at random, from a
seed. For each, three sorts of payloads are drawn: valid ones, ones near a limit, and ones with one place replaced by
anything. `jsonschema` and `jsonschema_rs` read the schemas of the pack. They share no code with the models or with the
walk of `check`.
"""

from __future__ import annotations

import argparse
import copy
import functools
import json
import random
import sys
from typing import TYPE_CHECKING, Any

import jsonschema
import jsonschema_rs
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

import presend
from presend.fastpath.typed import REFUSED, load
from presend.packs.find import find_pack
from presend.packs.names import TODAY
from presend.reading.python_values import FileNotAvailable
from presend.strategies import near_boundary, payloads
from presend_codegen.passes.travelling.limits import limits_of
from tests.oracles import DIALECT
from tests.payload_strategies import anything
from tests.specs import public_pack

if TYPE_CHECKING:
    from collections.abc import Callable

# What `\\s` is in ECMA 262, to stand in the JSON text of a class of characters.
WHITE = r"\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"


def chosen(pack: str, many: int, number: int) -> list[str]:
    """Return `many` of the schemas that operations send or return, chosen from the seed `number`."""
    roots = find_pack(pack).roots
    return random.Random(number).sample(roots, min(many, len(roots)))


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path of each value in a payload but the payload itself."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [place for key, item in items for place in [(*path, key), *places(item, (*path, key))]]


def drawn(target: str, pack: str) -> st.SearchStrategy[Any]:
    """Return a strategy of payloads that are valid, near a limit, or changed in one place."""
    valid, near = payloads(target, pack=pack), near_boundary(target, pack=pack)

    @st.composite
    def one(draw: st.DrawFn) -> Any:  # a closure: as arguments, hypothesis would write all of these out
        kind = draw(st.integers(0, 2))
        payload = copy.deepcopy(draw(near if kind == 1 else valid))
        found = places(payload)
        if kind == 2 and found:
            *above, last = draw(st.sampled_from(found))
            holder = payload
            for step in above:
                holder = holder[step]
            if draw(st.booleans()) and isinstance(holder, dict):
                del holder[last]
            else:
                holder[last] = draw(anything)
        return payload

    return one()


def as_json(value: Any) -> Any:
    """Return a payload as JSON has it: a file is some text."""
    if isinstance(value, dict):
        return {name: as_json(member) for name, member in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return "a file" if isinstance(value, bytes | tuple | FileNotAvailable) else value


def for_python(schema: dict[str, Any]) -> Any:
    """Return a schema whose patterns mean in Python's `re` what they mean in ECMA 262: `\\s` is another set there."""
    return json.loads(json.dumps(schema).replace("[^\\\\s", f"[^{WHITE}"))


def spelled(payload: Any) -> list[Any]:
    """Return a payload itself and, unless it has a file, its JSON text."""
    try:
        return [payload, json.dumps(payload)]
    except TypeError:
        return [payload]


def of_functions(pack: str) -> set[str]:
    """Return the rules of a pack that no keyword of its schemas enforces."""
    limits = limits_of(find_pack(pack).schemas)
    return {rule.id for rule in presend.rules(pack) if rule.basis != "schema" and rule.id not in limits}


@functools.cache
def judge(pack: str, target: str) -> Callable[[Any], list[str]]:
    """Return the function that tells what does not agree about a payload of one schema, a line each."""
    found = find_pack(pack)
    schema = {"$schema": DIALECT, "$defs": dict(found.schemas), "$ref": f"#/$defs/{found.resolve(target)}"}
    python, rust = jsonschema.Draft202012Validator(for_python(schema)), jsonschema_rs.Draft202012Validator(schema)
    functions = of_functions(pack)

    def judged(payload: Any) -> list[str]:
        if isinstance(payload, str | bytes):
            return []  # which is JSON text
        lines = []
        errors = [p for p in presend.check(target, payload, pack=pack) if p.severity == "error"]
        for form in spelled(payload):
            if presend.is_valid(target, form, pack=pack) is bool(errors):
                rules = [error.rule for error in errors]
                lines.append(f"{target}: is_valid says {bool(errors)}, check tells {rules} of {form!r}")
            model = REFUSED if errors else load(found, found.resolve(target), payload)
            if model is not REFUSED and repr(presend.validate(target, form, pack=pack)) != repr(model):
                lines.append(f"{target}: validate makes another model than the model's own validator of {form!r}")
        if any(error.rule == "type.file" for error in errors):
            return lines  # JSON has no files
        shape = not any(error.rule not in functions for error in errors)
        plain = as_json(payload)
        for name, oracle in (("jsonschema", python.is_valid(plain)), ("jsonschema_rs", rust.is_valid(plain))):
            if oracle is not shape:
                told = [(error.rule, error.pointer) for error in errors]
                lines.append(f"{target}: {name} says {oracle}, check tells {told} of {payload!r}")
        return lines

    return judged


def disagreements(pack: str, target: str, limit: int, number: int) -> list[str]:
    """Return what does not agree about payloads of one schema that are drawn, a line each."""
    judged = judge(pack, target)
    lines: list[str] = []

    @seed(number)
    @settings(
        max_examples=limit,
        database=None,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(drawn(target, pack))
    def hold(payload: Any) -> None:
        lines.extend(judged(payload))

    hold()
    return lines


def main() -> int:
    """Print the number of schemas and disagreements; return 1 where there is one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", default=TODAY, help="an import name, or a public spec such as openai_official")
    parser.add_argument("--schemas", type=int, default=50)
    parser.add_argument("--count", type=int, default=100, help="payloads of each schema")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    pack = options.pack if options.pack == TODAY else public_pack(options.pack)
    found: list[str] = []
    targets = chosen(pack, options.schemas, options.seed)
    for target in targets:
        lines = disagreements(pack, target, options.count, options.seed)
        found += lines
        print(f"{target}: {len(lines)} disagreements", flush=True)
        print("".join(f"  {line[:600]}\n" for line in lines[:3]), end="")
    print(f"{len(targets)} schemas, up to {options.count} payloads each: {len(found)} disagreements")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
