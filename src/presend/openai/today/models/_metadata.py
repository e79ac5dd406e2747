# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType


Metadata = TypeAliasType("Metadata", dict[str, str] | None)
"""Up to 16 notes of your own on an object: names of at most 64 characters, with texts of at most 512."""


MetadataReturned = TypeAliasType("MetadataReturned", dict[str, str | None] | None)
"""Up to 16 notes of your own on an object: names of at most 64 characters, with texts of at most 512."""
