# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject, Model
from typing_extensions import TypeAliasType
from ._moderation_error_body import ModerationErrorBody
from ._moderation_result_body import ModerationResultBody


class Moderation(Model):
    input: ModerationInput | None = None

    output: ModerationOutput | None = None


ModerationInput = TypeAliasType(
    "ModerationInput",
    Annotated[
        ModerationResultBody | ModerationErrorBody | JsonObject | None, Exact(__name__, "ModerationInput")
    ],
)


ModerationOutput = TypeAliasType(
    "ModerationOutput",
    Annotated[
        ModerationResultBody | ModerationErrorBody | JsonObject | None, Exact(__name__, "ModerationOutput")
    ],
)
