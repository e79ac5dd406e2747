# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from pydantic import Field, StringConstraints
from typing_extensions import TypeAliasType


MetadataObject = TypeAliasType(
    "MetadataObject",
    Annotated[
        dict[Annotated[str, StringConstraints(max_length=64)], Annotated[str, Field(max_length=512)]],
        Field(max_length=16),
    ],
)


Metadata = TypeAliasType("Metadata", MetadataObject | None)
"""Up to 16 notes of your own on an object: names of at most 64 characters, with texts of at most 512."""


MetadataReturnedObject = TypeAliasType(
    "MetadataReturnedObject",
    Annotated[
        dict[Annotated[str, StringConstraints(max_length=64)], Annotated[str | None, Field(max_length=512)]],
        Field(max_length=16),
    ],
)


MetadataReturned = TypeAliasType("MetadataReturned", MetadataReturnedObject | None)
"""Up to 16 notes of your own on an object: names of at most 64 characters, with texts of at most 512."""
