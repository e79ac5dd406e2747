"""Choose which tests run, on how many examples, and with which random draws.

Properties draw at random for people. In CI they draw the same each time, so that a commit has one verdict.
"""

from __future__ import annotations

import gc
import os
import sys
from importlib import util

from hypothesis import HealthCheck, settings

from tests.amount import CHOSEN, QUICK, examples

# Neither a deadline nor "too slow" says anything about the code on a machine that others share.
settings.register_profile("people", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("quick", settings.get_profile("people"), max_examples=examples(100))
settings.register_profile("ci", settings.get_profile("people"), derandomize=True)
settings.load_profile("quick" if CHOSEN == QUICK else "ci" if os.environ.get("CI") else "people")

# Programs are started by the hundred here: without byte code, each would compile all of presend first.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False


def pytest_collection_finish() -> None:
    """Let the garbage collector pass over what stays until the end, such as the tests, and come less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


collect_ignore = ["fuzz_bytes.py", "mutants.py"]  # commands; they import what only `make fuzz-bytes` and such install
if not util.find_spec("ray"):
    collect_ignore.append("test_ray.py")  # for `make test-ray`
if CHOSEN == QUICK:  # what makes packs of whole specs, installs presend, starts programs by the dozen, or counts calls
    collect_ignore += [
        f"test_{name}.py"
        for name in (
            "answers batch bench bounded bulk clients_doc codegen diff diff_any_pair diff_openapi exact fidelity "
            "generate_command growth hooks hostile_specs lazy_packs new_user pack_strategies packs_doc privacy "
            "public_packs responses_today rules_today_drawn spec_today strategies sync sync_sdk take_over write_pack"
        ).split()
    ]
