"""Statements of the spec without their own rule, each with what enforces it, or why nothing can.

The keys are the ids of the catalogue that the rules were collected in, so that none of its rows is lost.
"""

from __future__ import annotations

KEYWORD = "A schema keyword enforces it; reported as"

ELSEWHERE = {
    "image-variation.n.range": f"{KEYWORD} `schema.minimum` and `schema.maximum`.",
    "image-variation.response-format.allowed": f"{KEYWORD} `schema.enum`.",
    "image-variation.response-format.url-expiry": "A fact about the response and no limit: links last 60 minutes.",
    "image-variation.size.allowed": f"{KEYWORD} `schema.enum`.",
    "message.role.allowed": f"{KEYWORD} `schema.enum`.",
    "message.content.part-types": f"{KEYWORD} `schema.enum`, at the part's `type`.",
    "image-file.type.const": f"{KEYWORD} `schema.enum`, at the part's `type`.",
    "image-file.file-id.purpose-vision": "The purpose of an uploaded file is known only to the server.",
    "image-file.detail.allowed": f"{KEYWORD} `schema.enum`.",
    "image-url.type.const": f"{KEYWORD} `schema.enum`, at the part's `type`.",
    "image-url.detail.allowed": f"{KEYWORD} `schema.enum`.",
    "text-part.type.const": f"{KEYWORD} `schema.enum`, at the part's `type`.",
    "metadata.value.type": f"{KEYWORD} `schema.type`.",
    "moderation.input.shape": f"{KEYWORD} `schema.type`, at the item that does not fit the others.",
    "moderation.input.image.type.const": f"{KEYWORD} `schema.enum`, at the part's `type`.",
    "moderation.input.text.type.const": f"{KEYWORD} `schema.enum`, at the part's `type`.",
    "run.assistant-id.exists": "Whether an assistant exists only the server knows; an empty id is `id.not-empty`.",
    "run.reasoning-effort.allowed": f"{KEYWORD} `schema.enum`.",
    "run.temperature.range": f"{KEYWORD} `schema.minimum` and `schema.maximum`.",
    "run.top-p.range": f"{KEYWORD} `schema.minimum` and `schema.maximum`.",
    "run.tool-choice.allowed": f"{KEYWORD} `schema.enum`.",
    "truncation.type.allowed": f"{KEYWORD} `schema.enum`.",
    "tool.code-interpreter.type.const": f"{KEYWORD} `schema.enum`, at the tool's `type`.",
    "tool.file-search.type.const": f"{KEYWORD} `schema.enum`, at the tool's `type`.",
    "tool.file-search-bare.type.const": f"{KEYWORD} `schema.enum`, at the tool's `type`.",
    "tool.function.type.const": f"{KEYWORD} `schema.enum`, at the tool's `type`.",
    "file-search.max-num-results.range": f"{KEYWORD} `schema.minimum` and `schema.maximum`.",
    "file-search.max-num-results.default": "A default, which depends on the model: 20 for gpt-4*, 5 for gpt-3.5-turbo.",
    "file-search.score-threshold.range": f"{KEYWORD} `schema.minimum` and `schema.maximum`.",
    "response-format.text.type.const": f"{KEYWORD} `schema.enum`, at the format's `type`.",
    "response-format.json-object.type.const": f"{KEYWORD} `schema.enum`, at the format's `type`.",
    "response-format.json-schema.type.const": f"{KEYWORD} `schema.enum`, at the format's `type`.",
    "observed.metadata.object-not-array": f"{KEYWORD} `schema.type`: an empty PHP array is `[]`, and no object.",
}
