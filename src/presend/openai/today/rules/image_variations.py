"""Variations of images: the rules of the fragment, in the pack of today's API too, and the end of the endpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.rules import image
from presend.problems import Finding
from presend.rule import Rule, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

FRAGMENT = tuple(found for found in vars(image).values() if isinstance(found, Rule))

ELSEWHERE = {
    "image-variation.response-format.url-expiry": "A fact about the response and no limit: links last 60 minutes.",
}


@rule(
    "image-variation.endpoint-retired",
    "warning",
    "inferred",
    "POST /images/variations is no longer available; edits with a GPT image model take its place (openai 3.57.0).",
    "Send the image to POST /images/edits.",
    at="CreateImageVariationRequest",
    as_of="2026-05-12",
)
def variations_are_still_made(request: Any) -> Iterator[Finding]:
    if isinstance(request, dict):
        text = "POST /images/variations, which {param} is for, is no longer available. Use POST /images/edits."
        yield Finding(text, "")
