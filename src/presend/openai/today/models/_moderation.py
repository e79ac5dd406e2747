# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from typing_extensions import TypeAliasType
from ._moderation_error_body import ModerationErrorBody
from ._moderation_result_body import ModerationResultBody


class Moderation(Model):
    input: ModerationInput | None = None

    output: ModerationOutput | None = None


ModerationInput = TypeAliasType("ModerationInput", ModerationResultBody | ModerationErrorBody | None)


ModerationOutput = TypeAliasType("ModerationOutput", ModerationResultBody | ModerationErrorBody | None)
