"""Images made and edited: prompt, model, number and quality, and members that not every model takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.today.image_models import family_of
from presend.openai.today.rules.image_bodies import (
    FORM,
    JSON,
    MADE,
    SDK,
    SPEC,
    UNKNOWN,
    is_dall_e,
    is_given,
    is_gpt,
    is_number,
    is_of,
    requirement,
)
from presend.problems import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.openai.today.image_models import Family
    from presend.rule import Check, Rule

OMIT = "Leave it out."
RETIRED = "2026-05-12"  # DALL·E, as the docstrings of openai 3.57.0 say

ELSEWHERE = {
    "image.response-format.url-expiry": "A fact about the response and no limit: links last 60 minutes.",
    "image.frame-count.range": "A schema keyword enforces it; reported as `schema.minimum` and `schema.maximum`.",
}


def _prompt_of(name: str) -> Check:
    def check(request: Any) -> Iterator[Finding]:
        prompt, family = request.get("prompt"), family_of(request)
        if not isinstance(prompt, str) or family is None or family.name != name:
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
)(_prompt_of("dall-e-2"))
prompt_fits_dall_e_3 = requirement(
    "prompt.dall-e-3-max-length",
    "warning",
    "prose",
    "For dall-e-3 a prompt has at most 4,000 characters.",
    "Shorten the prompt.",
    bodies=(MADE,),
    as_of=SPEC,
)(_prompt_of("dall-e-3"))


@requirement(
    "model.known",
    "warning",
    "prose",
    "The model is dall-e-2, dall-e-3 or a GPT image model.",
    "Name a model that makes images, like gpt-image-2.",
    bodies=(MADE,),
    as_of=SPEC,
)
def model_makes_images(request: Any) -> Iterator[Finding]:
    if isinstance(request.get("model"), str) and family_of(request) is None:
        yield Finding("Suspicious {param}: expected a model that makes images, like gpt-image-2.", member=("model",))


@requirement(
    "model.known",
    "warning",
    "prose",
    "The model is dall-e-2 or a GPT image model.",
    "Name a model that edits images, like gpt-image-2.",
    bodies=(FORM,),
    as_of=SPEC,
)
def model_edits_images(request: Any) -> Iterator[Finding]:
    if isinstance(request.get("model"), str) and (family_of(request) is None or is_of(request, "dall-e-3")):
        yield Finding("Suspicious {param}: expected a model that edits images, like gpt-image-2.", member=("model",))


@requirement(
    "model.explicit",
    "warning",
    "inferred",
    "The model is named: the spec's default, dall-e-2, was retired on 2026-05-12 (openai 3.57.0).",
    "Name a model.",
    bodies=(MADE,),
    as_of=RETIRED,
)
def model_is_named(request: Any) -> Iterator[Finding]:
    if not is_given(request, "model"):
        text = "Missing {param}: without it dall-e-2 is meant, which was retired. Name a GPT image model."
        yield Finding(text, "missing_required_parameter", ("model",))


@requirement(
    "gpt-only",
    "error",
    "prose",
    "An edit that is sent as JSON takes GPT image models alone.",
    "Send a form, or name another model.",
    bodies=(JSON,),
)
def json_is_for_gpt_image_models(request: Any) -> Iterator[Finding]:
    if is_dall_e(request):
        yield Finding(
            "Invalid {param}: JSON takes GPT image models alone. Send a form, or name another model.",
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
)
def dall_e_3_makes_one_image(request: Any) -> Iterator[Finding]:
    n = request.get("n")
    if is_number(n) and n != 1 and is_of(request, "dall-e-3"):
        yield Finding("Invalid {param}: expected 1 with dall-e-3.", "unsupported_value", ("n",))


def _quality(request: Any, family: Family | None, values: frozenset[str] | None = None) -> Iterator[Finding]:
    """Yield what is wrong with a quality that is one of `values`, where those are given."""
    quality = request.get("quality")
    if not isinstance(quality, str) or family is None or family.qualities is None:
        return
    if quality not in family.qualities and (values is None or quality in values):
        known = ", ".join(f"'{name}'" for name in sorted(family.qualities))
        yield Finding(f"Invalid {{param}}: {family.name} takes {known}.", member=("quality",))


def _quality_of(name: str) -> Check:
    return lambda request: _quality(request, family_of(request) if is_of(request, name) else None)


DALL_E_QUALITIES, HIGH_QUALITIES = frozenset({"standard", "hd"}), frozenset({"xhigh", "max"})

quality_fits_dall_e_2 = requirement(
    "quality.dall-e-2",
    "warning",
    "prose",
    "dall-e-2 takes quality standard (and auto).",
    "Send 'standard', or leave quality out.",
    bodies=(MADE,),
    as_of=SPEC,
)(_quality_of("dall-e-2"))
quality_fits_dall_e_3 = requirement(
    "quality.dall-e-3",
    "warning",
    "prose",
    "dall-e-3 takes quality standard, hd and auto.",
    "Send 'standard' or 'hd', or leave quality out.",
    bodies=(MADE,),
    as_of=SPEC,
)(_quality_of("dall-e-3"))


def _no_dall_e_quality(request: Any) -> Iterator[Finding]:
    quality = request.get("quality")
    if isinstance(quality, str) and quality in DALL_E_QUALITIES and is_gpt(request):
        text = f"'{quality}' belonged to DALL·E. Send 'low', 'medium', 'high' or 'auto'."
        yield Finding(f"Invalid {{param}}: {text}", member=("quality",))


NO_DALL_E_QUALITY = (
    "error",
    "observed",
    "GPT image models take quality auto, low, medium and high; they refuse standard and hd (seen in 2025 and 2026).",
    "Send 'low', 'medium', 'high' or 'auto'.",
)
quality_is_of_gpt_image_models = requirement("quality.gpt", *NO_DALL_E_QUALITY, bodies=(MADE,), as_of=SPEC)(
    _no_dall_e_quality
)
quality_of_an_edit_is_of_gpt_image_models = requirement(
    "quality.standard", *NO_DALL_E_QUALITY, bodies=(FORM,), as_of=SPEC
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
    if request.get("quality") in ("low", "medium", "high") and is_of(request, "dall-e-2"):  # noqa: PLR6201 - any value
        yield Finding(f"Unsupported {{param}}: it is for GPT image models. {OMIT}", UNKNOWN, ("quality",))


@requirement(
    "quality.gpt-image-2.5",
    "warning",
    "inferred",
    "Quality xhigh and max are for gpt-image-2.5-sunburst and -flare (openai 3.57.0).",
    "Send 'high'.",
    bodies=SDK,
    as_of=SPEC,
)
def highest_quality_is_for_gpt_image_2_5(request: Any) -> Iterator[Finding]:
    if is_gpt(request):
        yield from _quality(request, family_of(request), HIGH_QUALITIES)


def _gpt_only(member: str, *, bodies: tuple[str, ...]) -> tuple[Rule, ...]:
    def check(request: Any) -> Iterator[Finding]:
        value = request.get(member)
        if value is not None and value is not False and is_dall_e(request):
            yield Finding(f"Unsupported {{param}}: it is for GPT image models. {OMIT}", UNKNOWN, (member,))

    summary = f"{member} is for GPT image models."
    name = f"{member.replace('_', '-')}.gpt-only"
    return requirement(name, "warning", "prose", summary, OMIT, bodies=bodies, as_of=SPEC)(check)


output_format_is_for_gpt_image_models = _gpt_only("output_format", bodies=SDK)
output_compression_is_for_gpt_image_models = _gpt_only("output_compression", bodies=SDK)
background_is_for_gpt_image_models = _gpt_only("background", bodies=SDK)
stream_is_for_gpt_image_models = _gpt_only("stream", bodies=(MADE,))
moderation_is_for_gpt_image_models = _gpt_only("moderation", bodies=(MADE,))


def _refused_by_gpt(member: str) -> Check:
    def check(request: Any) -> Iterator[Finding]:
        if is_given(request, member) and is_gpt(request):
            yield Finding(f"Unknown parameter: {{param}}. GPT image models refuse it. {OMIT}", UNKNOWN, (member,))

    return check


GPT_RETURNS_BASE64 = (
    "error",
    "observed",
    "GPT image models refuse response_format: they return base64 (vercel/ai#6102, genkit-ai/genkit#3346).",
    OMIT,
)
response_format_is_for_dall_e = requirement(
    "response-format.dall-e-only", *GPT_RETURNS_BASE64, bodies=(MADE,), as_of="2025-07-01"
)(_refused_by_gpt("response_format"))
response_format_of_an_edit_is_for_dall_e_2 = requirement(
    "response-format.dall-e-2-only", *GPT_RETURNS_BASE64, bodies=(FORM,), as_of="2025-07-01"
)(_refused_by_gpt("response_format"))
style_is_for_dall_e_3 = requirement(
    "style.dall-e-3-only",
    "error",
    "prose",
    "style is for dall-e-3; GPT image models do not know it.",
    OMIT,
    bodies=(MADE,),
    as_of=SPEC,
)(_refused_by_gpt("style"))


@requirement(
    "style.dall-e-2",
    "warning",
    "prose",
    "dall-e-2 has no style.",
    OMIT,
    bodies=(MADE,),
    as_of=SPEC,
)
def style_is_not_for_dall_e_2(request: Any) -> Iterator[Finding]:
    if is_given(request, "style") and is_of(request, "dall-e-2"):
        yield Finding(f"Unsupported {{param}}: it is for dall-e-3. {OMIT}", UNKNOWN, ("style",))


def _legacy(member: str) -> tuple[Rule, ...]:
    def check(request: Any) -> Iterator[Finding]:
        if is_given(request, member) and not is_given(request, "model"):
            text = f"only retired models took it, and no model is named. {OMIT}"
            yield Finding(f"Unsupported {{param}}: {text}", UNKNOWN, (member,))

    summary = f"{member} belonged to models that are retired, and the request names no model (openai 3.57.0)."
    name = f"{member.replace('_', '-')}.legacy"
    return requirement(name, "warning", "inferred", summary, OMIT, bodies=(MADE,), as_of=RETIRED)(check)


response_format_belonged_to_retired_models = _legacy("response_format")
style_belonged_to_retired_models = _legacy("style")


@requirement(
    "input-fidelity.model",
    "error",
    "observed",
    "input_fidelity is not for dall-e-2 and gpt-image-2, and gpt-image-1-mini takes low alone (lobehub/lobehub#9920, openai 3.57.0).",
    OMIT,
    bodies=(FORM, JSON),
    as_of="2025-10-01",
)
def input_fidelity_fits_the_model(request: Any) -> Iterator[Finding]:
    fidelity = request.get("input_fidelity")
    if isinstance(fidelity, str) and (family := family_of(request)) is not None:
        if family.name == "gpt-image-1-mini" and fidelity == "high":
            yield Finding("Invalid {param}: gpt-image-1-mini takes 'low' alone.", member=("input_fidelity",))
        elif family.name in {"dall-e-2", "gpt-image-2"}:
            text = f"Unknown parameter: {{param}}. {family.name} refuses it. {OMIT}"
            yield Finding(text, UNKNOWN, ("input_fidelity",))


@requirement(
    "user.replaced",
    "note",
    "inferred",
    "user gives way to safety_identifier (openai 3.57.0).",
    "Send safety_identifier.",
    bodies=SDK,
)
def user_is_replaced(request: Any) -> Iterator[Finding]:
    if is_given(request, "user") and not is_given(request, "safety_identifier"):
        yield Finding("Deprecated {param}: 'safety_identifier' takes its place.", "", ("user",))


@requirement(
    "not-image",
    "error",
    "prose",
    "An edit as JSON carries references in images; image is for files, in a form.",
    "Send 'images': [{'image_url': …}].",
    bodies=(JSON,),
)
def json_carries_images(request: Any) -> Iterator[Finding]:
    if is_given(request, "image"):
        text = "JSON carries references: 'images': [{'image_url': …}]. A file is sent in a form."
        yield Finding(f"Unknown parameter: {{param}}. {text}", UNKNOWN, ("image",))


@requirement(
    "form.not-images",
    "error",
    "prose",
    "An edit as a form carries files in image; images is for references, in JSON.",
    "Send the files as 'image'.",
    bodies=(FORM,),
)
def form_carries_image(request: Any) -> Iterator[Finding]:
    if is_given(request, "images"):
        text = "A form carries files in 'image'. References are sent as JSON."
        yield Finding(f"Unknown parameter: {{param}}. {text}", UNKNOWN, ("images",))
