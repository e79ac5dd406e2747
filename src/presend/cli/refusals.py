"""Report wrong names and damaged packs with exit code 2."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from presend.cli.console import DataFault
from presend.inputs.faults import FieldFault
from presend.rule import PackFault

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextlib.contextmanager
def refusing() -> Iterator[None]:
    """Report an unknown target, rule or pack, a malformed form field and a damaged pack with exit code 2."""
    try:
        yield
    except (LookupError, FieldFault, PackFault) as error:
        if isinstance(error, KeyError | IndexError):
            raise  # a defect of presend
        raise DataFault(str(error)) from None
