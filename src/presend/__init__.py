"""Catch a bad OpenAI API payload before it leaves the machine.

Importing this costs next to nothing: each public name is loaded when it is first used.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # type checkers know the name; importing typing would cost more than all the rest
if TYPE_CHECKING:
    from presend.api import check, is_valid, validate
    from presend.bulk.lines import check_lines
    from presend.json_schemas.answers import check_output
    from presend.json_schemas.check import check_schema
    from presend.json_schemas.strict_schema import InvalidSchema, StrictSchema, strict_schema
    from presend.packs.contents import operations, rules, schemas
    from presend.packs.operation import Operation
    from presend.packs.pack import Pack
    from presend.problems import InvalidPayload, PayloadWarning, Problem
    from presend.reading.python_values import FILE_NOT_AVAILABLE
    from presend.rule import PackFault, Rule, RuleFault
    from presend.transport.gate import Gate

__version__ = "0.1.0"

__all__ = [
    "FILE_NOT_AVAILABLE",
    "Gate",
    "InvalidPayload",
    "InvalidSchema",
    "Operation",
    "Pack",
    "PackFault",
    "PayloadWarning",
    "Problem",
    "Rule",
    "RuleFault",
    "StrictSchema",
    "check",
    "check_lines",
    "check_output",
    "check_schema",
    "is_valid",
    "operations",
    "rules",
    "schemas",
    "strict_schema",
    "validate",
]

_HOMES = {
    "FILE_NOT_AVAILABLE": "presend.reading.python_values",
    "Gate": "presend.transport.gate",
    "InvalidPayload": "presend.problems",
    "InvalidSchema": "presend.json_schemas.strict_schema",
    "Operation": "presend.packs.pack",
    "Pack": "presend.packs.pack",
    "PackFault": "presend.rule",
    "PayloadWarning": "presend.problems",
    "Problem": "presend.problems",
    "Rule": "presend.rule",
    "RuleFault": "presend.rule",
    "StrictSchema": "presend.json_schemas.strict_schema",
    "check_lines": "presend.bulk.lines",
    "check_output": "presend.json_schemas.answers",
    "check_schema": "presend.json_schemas.check",
    "operations": "presend.packs.contents",
    "rules": "presend.packs.contents",
    "schemas": "presend.packs.contents",
    "strict_schema": "presend.json_schemas.strict_schema",
}


if not TYPE_CHECKING:  # else a type checker would take any name for one of ours

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module  # the point is to import nothing before

        value: object = getattr(import_module(_HOMES.get(name, "presend.api")), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])


class _OldPaths:
    """Finds modules by the paths that they had in presend 0.1: see `presend.old_paths`."""

    @staticmethod
    def find_spec(name: str, _path: object = None, _target: object = None) -> object:
        if not name.startswith(("presend.", "presend_codegen.")) or name == "presend.old_paths":
            return None
        from presend.old_paths import spec_of  # for modules that nothing else finds

        return spec_of(name)


sys.meta_path.append(_OldPaths)  # type: ignore[arg-type]  # the protocol is typing's, which would have to be imported
