"""Decide whose API a document describes, from the addresses of its servers and its title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from presend_codegen.source.load import Object

OPENAI, AZURE = "openai", "azure"
MAKERS = (
    (AZURE, re.compile(r"\.(openai|ai)\.azure\.com\b|\{endpoint\}/openai\b|^Azure (OpenAI|AI Foundry)\b")),
    (OPENAI, re.compile(r"^https://api\.openai\.com(/|$)")),
)


def maker_of(document: Object) -> str:
    """Return whose API a document describes: `openai`, `azure` or an empty string."""
    servers, info = document.get("servers"), document.get("info")
    told = [one.get("url") for one in servers if isinstance(one, dict)] if isinstance(servers, list) else []
    told += [info.get("title")] if isinstance(info, dict) else []
    said = [text for text in told if isinstance(text, str)]
    return next((maker for maker, words in MAKERS if any(map(words.search, said))), "")
