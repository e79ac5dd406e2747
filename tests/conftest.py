"""How the property tests run: at random for people, the same each time in CI, so that a commit has one verdict."""

from __future__ import annotations

import os
from importlib import util

from hypothesis import HealthCheck, settings

# Neither a deadline nor "too slow" says anything about the code on a machine that others share.
settings.register_profile("people", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("people"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "people")

collect_ignore = ["fuzz_bytes.py", "mutants.py"]  # commands; they import what only `make fuzz-bytes` and such install
if not util.find_spec("ray"):
    collect_ignore.append("test_ray.py")  # for `make test-ray`
