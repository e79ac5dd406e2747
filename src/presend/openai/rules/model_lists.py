"""Abilities of the models in the spec's list, on the date of that list. Rules ignore any other model.

The list is in the table of models, `presend.openai.today.model_facts`: a row `run` for each of the 28. It is not
updated, not even in hints; the rules of today's API report models that have ended since.
"""

from __future__ import annotations

from presend.openai.today.model_facts import facts

AS_OF = "2025-02-10"

_RUN = {fact.model: fact.value for fact in facts() if fact.name == "run"}


def _without(word: str) -> frozenset[str]:
    """Return the models that do not support a feature."""
    return frozenset(model for model, value in _RUN.items() if word in value.split())


ASSISTANTS = frozenset(_RUN)
MODERATION = tuple(fact.model for fact in facts() if fact.name == "moderation")

WITHOUT_VISION = _without("vision")
WITHOUT_REASONING_EFFORT = _without("reasoning_effort")
REASONING = ASSISTANTS - WITHOUT_REASONING_EFFORT
# The text names GPT-4o, GPT-4 Turbo and GPT-3.5 Turbo from 1106 on. It is silent about the reasoning models and the
# vision preview, and so are we.
WITHOUT_JSON_FORMATS = _without("json_formats")
# Structured Outputs came with gpt-4o-2024-08-06 (guide to Structured Outputs).
WITHOUT_JSON_SCHEMA = _without("json_schema")
