# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType


Metadata = TypeAliasType("Metadata", dict[str, str] | None)


MetadataReturned = TypeAliasType("MetadataReturned", dict[str, str | None] | None)
