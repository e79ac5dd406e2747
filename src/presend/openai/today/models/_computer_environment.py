# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


ComputerEnvironment = TypeAliasType(
    "ComputerEnvironment", Literal["windows", "mac", "linux", "ubuntu", "browser"]
)


ComputerEnvironmentReturned = TypeAliasType(
    "ComputerEnvironmentReturned", Literal["windows", "mac", "linux", "ubuntu", "browser"] | str
)
