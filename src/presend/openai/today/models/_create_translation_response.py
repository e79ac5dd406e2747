# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType
from ._create_translation_response_json import CreateTranslationResponseJson
from ._create_translation_response_verbose_json import CreateTranslationResponseVerboseJson


CreateTranslationResponse = TypeAliasType(
    "CreateTranslationResponse", CreateTranslationResponseJson | CreateTranslationResponseVerboseJson
)
