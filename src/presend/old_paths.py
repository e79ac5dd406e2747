"""Import paths of presend 0.1: a module that has moved into a room is still found where it was, with a warning.

Decided 2026-12: the paths work for one release. `presend/__init__.py` asks this module only for what no finder of
Python's own has found, so it costs nothing until somebody uses an old path.
"""

from __future__ import annotations

import sys
import warnings
from importlib import import_module
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

ROOMS = {  # room → the modules that stood beside it; `old=new` where the name has changed too
    "presend.bulk": "ray_readers workers=processes",
    "presend.checking": "evaluated=unevaluated examine=walk forms misfits=messages payloads report=collector",
    "presend.cli": "batch_command=batch console examples=help generating=generate models_command=models outputs "
    "progress schema_command=schema spec_commands=diff",
    "presend.drawing": "draws=values faults",
    "presend.fastpath": "build construct quick typed understood verdicts",
    "presend.files": "png png_pixels sniff=image_facts uploads",
    "presend.inputs": "form_fields results",
    "presend.model": "core_schema open_union",
    "presend.packs": "contents export lazily own_rules pack pack_files=files packages routes schema_texts "
    "switches=rule_groups targets",
    "presend.reading": "json_places json_text plain=python_values readers=documents yaml_text",
    "presend.reports": "annotations=github checkout formats junit sarif spool",
    "presend.schema": "catalogue compiler keywords patterns regex",
    "presend.transport": "bodies callers event_streams gate passage=sending stand_in streams transports",
    "presend.words": "pointers",
    "presend_codegen.canonical": "dialect document json_schema shape spelling",
    "presend_codegen.comparing": "branches diff diff_reports=reports difference instances judging pairs patterns plain "
    "scalars sides=make_side slots uncompared universe walk witness words",
    "presend_codegen.emitting": "catalogue emit exchange modules needs put_off rule_index tokens write",
    "presend_codegen.passes": "directions flatten named_limits names residual tagging travel travelling uploads verify",
    "presend_codegen.schemas": "closure combine disjoint normalise",
    "presend_codegen.source": "fetch load overlay record",
    "presend_codegen.upstream": "built fragment limits overlay_review sentences sync sync_reports take_over",
}
MOVED = {
    "presend.checks": "presend.api",
    "presend.json_schemas.python_types": "presend.reading.python_types",
    "presend.structured.subschemas": "presend.schema.subschemas",
    "presend_codegen.pack": "presend_codegen.build",
    "presend_codegen.vocabulary": "presend.schema.vocabulary",
}
MOVED |= {
    f"{room.partition('.')[0]}.{old}": f"{room}.{new or old}"
    for room, names in ROOMS.items()
    for old, _, new in (name.partition("=") for name in names.split())
}


SPLIT = {  # old path → the modules beside that of its new path that have some of its names now
    "presend.build": ("presend.fastpath.builders",),
    "presend.compiler": ("presend.schema.residual",),
    "presend.examine": ("presend.checking.unions",),
    "presend.gate": ("presend.transport.modes", "presend.transport.verdicts"),
    "presend.json_places": ("presend.reading.duplicate_names", "presend.reading.json_tokens"),
    "presend.json_text": ("presend.reading.json_depth", "presend.reading.json_faults"),
    "presend.keywords": ("presend.schema.equality",),
    "presend.pack": ("presend.packs.find", "presend.packs.names", "presend.packs.operation"),
    "presend.plain": ("presend.reading.json_data",),
    "presend.png": ("presend.files.png_chunks", "presend.files.png_header"),
    "presend.quick": ("presend.fastpath.msgspec_types",),
    "presend.results": ("presend.inputs.engines", "presend.inputs.jobs", "presend.inputs.stopping"),
    "presend.spec_commands": ("presend.cli.export", "presend.cli.sync"),
    "presend.structured.subschemas": ("presend.schema.vocabulary",),
    "presend.targets": ("presend.packs.contents", "presend.packs.unknown_targets"),
    "presend.uploads": ("presend.files.upload_names", "presend.files.upload_readers"),
    "presend_codegen.closure": ("presend.schema.vocabulary",),
    "presend_codegen.normalise": ("presend.schema.subschemas", "presend.schema.vocabulary"),
    "presend_codegen.residual": ("presend_codegen.passes.sayable", "presend_codegen.passes.spoken"),
    "presend_codegen.sides": ("presend_codegen.comparing.read_side", "presend_codegen.comparing.side"),
    "presend_codegen.slots": ("presend_codegen.comparing.operations",),
    "presend_codegen.uncompared": ("presend_codegen.comparing.side",),
}


class Loader:
    """Put the module of a new path in the place of an old one."""

    def create_module(self, spec: ModuleSpec) -> None:
        """Leave the module to Python; `exec_module` puts another in its place."""

    def exec_module(self, module: ModuleType) -> None:
        """Import the module from its new path; where it was split, find each name in the part that has it."""
        old = module.__name__
        if old not in SPLIT:
            sys.modules[old] = import_module(MOVED[old])
            return
        parts = (MOVED[old], *SPLIT[old])

        def __getattr__(name: str) -> object:  # noqa: N807 - what a module's hook is called
            for part in parts:
                if hasattr(import_module(part), name):
                    value: object = getattr(import_module(part), name)
                    return value
            raise AttributeError(f"module {old!r} has no attribute {name!r}")

        vars(module)["__getattr__"] = __getattr__


def spec_of(name: str) -> ModuleSpec | None:
    """Return how a module is found by its old path, if it is one."""
    if name not in MOVED:
        return None
    _warn(name, MOVED[name])
    return ModuleSpec(name, Loader())  # type: ignore[arg-type]  # typeshed wants more than the protocol


def forwarded(package: str, name: str, *homes: str) -> object:
    """Return a name of a module whose path is a package's now.

    Args:
        package: The package.
        name: What is asked of the package.
        homes: The modules of the package that have the names of the old module.

    Raises:
        AttributeError: None of them has the name, or it is that of another module of the package.
    """
    if not name.startswith("__") and not find_spec(f"{package}.{name}"):
        for home in (f"{package}.{one}" for one in homes):
            if hasattr(import_module(home), name):
                _warn(f"{package}.{name}", f"{home}.{name}")
                value: object = getattr(import_module(home), name)
                return value
    raise AttributeError(f"module {package!r} has no attribute {name!r}")


def _warn(old: str, new: str) -> None:
    text = f"{old} has moved to {new}; the old path goes with the next release of presend."
    warnings.warn(text, DeprecationWarning, stacklevel=4)
