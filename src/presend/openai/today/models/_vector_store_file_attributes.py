# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from pydantic import Field, StringConstraints
from typing_extensions import TypeAliasType


VectorStoreFileAttributesObject = TypeAliasType(
    "VectorStoreFileAttributesObject",
    Annotated[
        dict[
            Annotated[str, StringConstraints(max_length=64)],
            Annotated[str, Field(max_length=512)] | float | bool,
        ],
        Field(max_length=16),
    ],
)


VectorStoreFileAttributes = TypeAliasType("VectorStoreFileAttributes", VectorStoreFileAttributesObject | None)
"""Up to 16 facts about a file that searches can filter by: texts, numbers or booleans under names of
your own.
"""


VectorStoreFileAttributesReturnedObject = TypeAliasType(
    "VectorStoreFileAttributesReturnedObject",
    Annotated[
        dict[
            Annotated[str, StringConstraints(max_length=64)],
            Annotated[str, Field(max_length=512)] | float | bool | None,
        ],
        Field(max_length=16),
    ],
)


VectorStoreFileAttributesReturned = TypeAliasType(
    "VectorStoreFileAttributesReturned", VectorStoreFileAttributesReturnedObject | None
)
"""Up to 16 facts about a file that searches can filter by: texts, numbers or booleans under names of
your own.
"""
