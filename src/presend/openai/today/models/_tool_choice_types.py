# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class ToolChoiceTypes(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal[
        "file_search",
        "web_search_preview",
        "computer",
        "computer_use_preview",
        "computer_use",
        "web_search_preview_2025_03_11",
        "image_generation",
        "code_interpreter",
        "web_search",
        "web_search_2025_08_26",
    ]


class ToolChoiceTypesReturned(Model):
    type: (
        Literal[
            "file_search",
            "web_search_preview",
            "computer",
            "computer_use_preview",
            "computer_use",
            "web_search_preview_2025_03_11",
            "image_generation",
            "code_interpreter",
            "web_search",
            "web_search_2025_08_26",
        ]
        | str
        | None
    ) = None
