# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from pydantic import Field, StringConstraints
from typing_extensions import TypeAliasType


VectorStoreFileAttributesObject = TypeAliasType(
    "VectorStoreFileAttributesObject", Annotated[str, Field(max_length=512)]
)


VectorStoreFileAttributes = TypeAliasType(
    "VectorStoreFileAttributes",
    Annotated[
        dict[
            Annotated[str, StringConstraints(max_length=64)], VectorStoreFileAttributesObject | float | bool
        ],
        Field(max_length=16),
    ]
    | None,
)
"""Up to 16 facts about a file that searches can filter by: texts, numbers or booleans under names of
your own.
"""


VectorStoreFileAttributesReturnedObject = TypeAliasType(
    "VectorStoreFileAttributesReturnedObject", Annotated[str, Field(max_length=512)]
)


VectorStoreFileAttributesReturned = TypeAliasType(
    "VectorStoreFileAttributesReturned",
    Annotated[
        dict[
            Annotated[str, StringConstraints(max_length=64)],
            VectorStoreFileAttributesReturnedObject | float | bool | None,
        ],
        Field(max_length=16),
    ]
    | None,
)
"""Up to 16 facts about a file that searches can filter by: texts, numbers or booleans under names of
your own.
"""
