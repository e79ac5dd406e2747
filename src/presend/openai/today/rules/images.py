"""Requests for images and edits: prompt, model, number and quality."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.today.image_models import family_of
from presend.openai.today.rules.image_bodies import (
    FORM,
    JSON,
    MADE,
    OMIT,
    RETIRED,
    SDK,
    SPEC,
    UNKNOWN,
    dall_e,
    gpt,
    is_dall_e,
    is_given,
    is_gpt,
    is_of,
    named,
    no_known_model,
    requirement,
)
from presend.problems import Finding
from presend.schema.keywords import is_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.openai.today.image_models import Family
    from presend.rule import Check

ELSEWHERE = {
    "image.response-format.url-expiry": "A fact about the response and no limit: links last 60 minutes.",
    "image.frame-count.range": "A schema keyword enforces it; reported as `schema.minimum` and `schema.maximum`.",
}


def _prompt_of(name: str) -> Check:
    def check(request: Any) -> Iterator[Finding]:
        prompt, family = request.get("prompt"), family_of(request)
        if not isinstance(prompt, str) or family is None or family.name != name or family.longest_prompt is None:
            return
        if len(prompt) > family.longest_prompt:
            wanted = f"at most {family.longest_prompt:,} characters with {name}, but got {len(prompt):,}"
            text = f"Invalid {{param}}: expected {wanted}. Shorten the prompt."
            yield Finding(text, "string_above_max_length", ("prompt",))

    return check


prompt_fits_dall_e_2 = requirement(
    "prompt.dall-e-2-max-length",
    "warning",
    "prose",
    "For dall-e-2 a prompt has at most 1,000 characters (griptape-ai/ComfyUI-Griptape#164).",
    "Shorten the prompt.",
    bodies=SDK,
    as_of=SPEC,
    of=named("dall-e-2"),
)(_prompt_of("dall-e-2"))
prompt_fits_dall_e_3 = requirement(
    "prompt.dall-e-3-max-length",
    "warning",
    "prose",
    "For dall-e-3 a prompt has at most 4,000 characters.",
    "Shorten the prompt.",
    bodies=(MADE,),
    as_of=SPEC,
    of=named("dall-e-3"),
)(_prompt_of("dall-e-3"))


@requirement(
    "model.known",
    "warning",
    "prose",
    "The model is dall-e-2, dall-e-3 or a GPT image model.",
    "Name a model that makes images, like gpt-image-2.",
    bodies=(MADE,),
    of=no_known_model,
    as_of=SPEC,
)
def model_makes_images(request: Any) -> Iterator[Finding]:
    if isinstance(request.get("model"), str):
        yield Finding("Suspicious {param}: expected a model that makes images, like gpt-image-2.", member=("model",))


@requirement(
    "model.known",
    "warning",
    "prose",
    "The model is dall-e-2 or a GPT image model.",
    "Name a model that edits images, like gpt-image-2.",
    bodies=(FORM,),
    of=lambda family: family is None or family.name == "dall-e-3",
    as_of=SPEC,
)
def model_edits_images(request: Any) -> Iterator[Finding]:
    if isinstance(request.get("model"), str):
        yield Finding("Suspicious {param}: expected a model that edits images, like gpt-image-2.", member=("model",))


@requirement(
    "model.explicit",
    "warning",
    "inferred",
    "The model is named: the spec's default, dall-e-2, was retired on 2026-05-12 (openai 3.57.0).",
    "Name a model.",
    bodies=(MADE,),
    as_of=RETIRED,
    of=no_known_model,
)
def model_is_named(request: Any) -> Iterator[Finding]:
    if not is_given(request, "model"):
        text = "Missing {param}: the default, dall-e-2, is retired. Name a GPT image model."
        yield Finding(text, "missing_required_parameter", ("model",))


@requirement(
    "gpt-only",
    "error",
    "prose",
    "An edit that is sent as JSON accepts only GPT image models.",
    "Send a form, or name another model.",
    bodies=(JSON,),
    members=("model",),
    of=dall_e,
)
def json_is_for_gpt_image_models(request: Any) -> Iterator[Finding]:
    if is_dall_e(request):
        yield Finding(
            "Invalid {param}: JSON accepts only GPT image models. Send a form, or name another model.",
            member=("model",),
        )


@requirement(
    "n.dall-e-3-single",
    "warning",
    "prose",
    "With dall-e-3 one image is made.",
    "Set n to 1, or leave it out.",
    bodies=(MADE,),
    as_of=SPEC,
    of=named("dall-e-3"),
)
def dall_e_3_makes_one_image(request: Any) -> Iterator[Finding]:
    n = request.get("n")
    if is_number(n) and n != 1 and is_of(request, "dall-e-3"):
        yield Finding("Invalid {param}: expected 1 with dall-e-3.", "unsupported_value", ("n",))


def _quality(request: Any, family: Family | None, values: frozenset[str] | None = None) -> Iterator[Finding]:
    """Yield the problem of a quality, only if it is one of `values` when these are given."""
    quality = request.get("quality")
    if not isinstance(quality, str) or family is None or family.qualities is None:
        return
    if quality not in family.qualities and (values is None or quality in values):
        known = ", ".join(f"'{name}'" for name in sorted(family.qualities))
        yield Finding(f"Invalid {{param}}: this model accepts {known}.", member=("quality",))


def _quality_of(name: str) -> Check:
    return lambda request: _quality(request, family_of(request) if is_of(request, name) else None)


DALL_E_QUALITIES, HIGH_QUALITIES = frozenset({"standard", "hd"}), frozenset({"xhigh", "max"})

quality_fits_dall_e_2 = requirement(
    "quality.dall-e-2",
    "warning",
    "prose",
    "dall-e-2 accepts quality standard (and auto).",
    "Send 'standard', or leave quality out.",
    bodies=(MADE,),
    as_of=SPEC,
    of=named("dall-e-2"),
)(_quality_of("dall-e-2"))
quality_fits_dall_e_3 = requirement(
    "quality.dall-e-3",
    "warning",
    "prose",
    "dall-e-3 accepts quality standard, hd and auto.",
    "Send 'standard' or 'hd', or leave quality out.",
    bodies=(MADE,),
    as_of=SPEC,
    of=named("dall-e-3"),
)(_quality_of("dall-e-3"))


def _no_dall_e_quality(request: Any) -> Iterator[Finding]:
    quality = request.get("quality")
    if isinstance(quality, str) and quality in DALL_E_QUALITIES and is_gpt(request):
        text = f"'{quality}' belonged to DALL·E. Send 'low', 'medium', 'high' or 'auto'."
        yield Finding(f"Invalid {{param}}: {text}", member=("quality",))


GPT_QUALITIES = (
    "GPT image models accept quality auto, low, medium and high; they refuse standard and hd (seen in 2025 and 2026)."
)
SEND_ANOTHER = "Send 'low', 'medium', 'high' or 'auto'."
quality_is_of_gpt_image_models = requirement(
    "quality.gpt", "error", "observed", GPT_QUALITIES, SEND_ANOTHER, bodies=(MADE,), of=gpt, as_of=SPEC
)(_no_dall_e_quality)
quality_of_an_edit_is_of_gpt_image_models = requirement(
    "quality.standard",
    "error",
    "observed",
    GPT_QUALITIES,
    SEND_ANOTHER,
    bodies=(FORM,),
    as_of=SPEC,
    of=gpt,
)(_no_dall_e_quality)


@requirement(
    "quality.gpt",
    "warning",
    "prose",
    "In an edit, quality low, medium and high are for GPT image models.",
    "Leave quality out.",
    bodies=(FORM,),
    as_of=SPEC,
)
def quality_is_not_for_dall_e_2(request: Any) -> Iterator[Finding]:
    if request.get("quality") in ("low", "medium", "high") and is_of(request, "dall-e-2"):
        yield Finding(f"Unsupported {{param}}: it is for GPT image models. {OMIT}", UNKNOWN, ("quality",))


@requirement(
    "quality.gpt-image-2.5",
    "warning",
    "inferred",
    "Quality xhigh and max are for gpt-image-2.5-sunburst and -flare (openai 3.57.0).",
    "Send 'high'.",
    bodies=SDK,
    as_of=SPEC,
    of=gpt,
)
def highest_quality_is_for_gpt_image_2_5(request: Any) -> Iterator[Finding]:
    if is_gpt(request):
        yield from _quality(request, family_of(request), HIGH_QUALITIES)
