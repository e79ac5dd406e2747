# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import Field
from typing_extensions import TypeAliasType


class RealtimeTruncationRetentionRatio(Model):
    type: Literal["retention_ratio"]

    retention_ratio: Annotated[float, Field(ge=0.0, le=1.0)]

    token_limits: Omittable[RealtimeTruncationRetentionRatioTokenLimits] = None


RealtimeTruncation = TypeAliasType(
    "RealtimeTruncation", Literal["auto", "disabled"] | RealtimeTruncationRetentionRatio
)
"""What to do when the conversation outgrows the model's context. `auto` drops the oldest items,
`disabled` fails.
"""


class RealtimeTruncationRetentionRatioTokenLimits(Model):
    post_instructions: Annotated[Omittable[int], Field(ge=0)] = None


class RealtimeTruncationReturnedRetentionRatio(Model):
    type: Literal["retention_ratio"] | str | None = None

    retention_ratio: Annotated[float | None, Field(ge=0.0, le=1.0)] = None

    token_limits: RealtimeTruncationReturnedRetentionRatioTokenLimits | None = None


RealtimeTruncationReturned = TypeAliasType(
    "RealtimeTruncationReturned", Literal["auto", "disabled"] | str | RealtimeTruncationReturnedRetentionRatio
)
"""What to do when the conversation outgrows the model's context. `auto` drops the oldest items,
`disabled` fails.
"""


class RealtimeTruncationReturnedRetentionRatioTokenLimits(Model):
    post_instructions: Annotated[int | None, Field(ge=0)] = None
