# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType
from ._conversation_param_2 import ConversationParam_2


ConversationParam = TypeAliasType("ConversationParam", str | ConversationParam_2)
"""A conversation, by its id.

The API's default is `null`.
"""
