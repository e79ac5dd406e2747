"""Describe the machine, without its name, and the versions of the contenders."""

from __future__ import annotations

import datetime as dt
import os
import platform
from importlib.metadata import version
from pathlib import Path

CPUINFO = Path("/proc/cpuinfo")
PACKAGES = (
    "pydantic pydantic-core msgspec orjson jsonschema fastjsonschema jsonschema-rs openapi-core check-jsonschema "
    "datamodel-code-generator pillow openai"
).split()


def describe() -> dict[str, str]:
    """Return what figures depend on: processor, system, Python, versions, and the day."""
    return {
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "ram": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB",
        "system": f"{platform.system()} {platform.machine()}",
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "versions": ", ".join(f"{name} {version(name)}" for name in PACKAGES),
        "date": dt.datetime.now(dt.UTC).date().isoformat(),
    }


def _processor() -> str:
    """Return the processor's model; family and model number too, where its name says little."""
    if not CPUINFO.exists():
        return platform.processor()
    lines = (line.partition(":") for line in CPUINFO.read_text("utf-8").splitlines())
    facts = {name.strip(): value.strip() for name, _, value in lines}
    numbers = ", ".join(f"{name} {facts[name]}" for name in ("cpu family", "model") if name in facts)
    return f"{facts.get('model name', platform.processor())} ({numbers})"
