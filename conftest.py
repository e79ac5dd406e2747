"""What the tests leave to `make test-ray`, whose environment has Ray: it takes 600 MB and a minute to install."""

from __future__ import annotations

from importlib import util

collect_ignore = [] if util.find_spec("ray") else ["tests/test_ray.py", "src/presend/ray.py"]
