"""What the models of the spec's list can do, on the date of that list. About any other model rules stay silent."""

from __future__ import annotations

AS_OF = "2025-02-10"

REASONING = frozenset({"o1", "o1-2024-12-17", "o3-mini", "o3-mini-2025-01-31"})

GPT_4O = frozenset(
    {
        "gpt-4o",
        "gpt-4o-2024-05-13",
        "gpt-4o-2024-08-06",
        "gpt-4o-2024-11-20",
        "gpt-4o-mini",
        "gpt-4o-mini-2024-07-18",
    }
)
GPT_4_TURBO = frozenset(
    {"gpt-4-turbo", "gpt-4-turbo-2024-04-09", "gpt-4-0125-preview", "gpt-4-turbo-preview", "gpt-4-1106-preview"}
)
GPT_4_VISION = frozenset({"gpt-4-vision-preview"})
GPT_4 = frozenset({"gpt-4", "gpt-4-0314", "gpt-4-0613", "gpt-4-32k", "gpt-4-32k-0314", "gpt-4-32k-0613"})
GPT_35_FROM_1106 = frozenset({"gpt-3.5-turbo", "gpt-3.5-turbo-1106", "gpt-3.5-turbo-0125"})
GPT_35_BEFORE_1106 = frozenset({"gpt-3.5-turbo-16k", "gpt-3.5-turbo-0613", "gpt-3.5-turbo-16k-0613"})

ASSISTANTS = frozenset().union(
    REASONING, GPT_4O, GPT_4_TURBO, GPT_4_VISION, GPT_4, GPT_35_FROM_1106, GPT_35_BEFORE_1106
)
MODERATION = (
    "omni-moderation-latest",
    "omni-moderation-2024-09-26",
    "text-moderation-latest",
    "text-moderation-stable",
)

WITH_VISION = GPT_4O.union(GPT_4_VISION, {"gpt-4-turbo", "gpt-4-turbo-2024-04-09", "o1", "o1-2024-12-17"})
WITHOUT_VISION = ASSISTANTS.difference(WITH_VISION)
WITHOUT_REASONING_EFFORT = ASSISTANTS.difference(REASONING)
# The text names GPT-4o, GPT-4 Turbo and GPT-3.5 Turbo from 1106 on. It is silent about the reasoning models and the
# vision preview, and so are we.
WITHOUT_JSON_FORMATS = GPT_4.union(GPT_35_BEFORE_1106)
# Structured Outputs came with gpt-4o-2024-08-06 (guide to Structured Outputs).
WITHOUT_JSON_SCHEMA = WITHOUT_JSON_FORMATS.union(GPT_35_FROM_1106, GPT_4_TURBO, GPT_4_VISION, {"gpt-4o-2024-05-13"})
