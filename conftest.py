"""Skip what needs Ray, unless it is installed: `make test-ray` has it, at the cost of 600 MB and a minute."""

from __future__ import annotations

from importlib import util
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

if util.find_spec("ray"):

    @pytest.fixture(scope="session", autouse=True)
    def cluster() -> Iterator[None]:
        """Run Ray here, with two workers."""
        import ray  # not everywhere

        ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
        yield
        ray.shutdown()

else:
    collect_ignore = ["src/presend/ray.py"]  # tests/conftest.py says it of tests/test_ray.py
