"""Members for images that not every model supports, and members of the other form of an edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.today.model_facts import NOT_TAKEN, fact_of
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

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.rule import Check, Rule

ELSEWHERE = {"image-edit.input-fidelity.gpt-image-2": "Reported as `image-edit.input-fidelity.model`."}


def _gpt_only(member: str, *, bodies: tuple[str, ...]) -> tuple[Rule, ...]:
    def check(request: Any) -> Iterator[Finding]:
        value = request.get(member)
        if value is not None and value is not False and is_dall_e(request):
            yield Finding(f"Unsupported {{param}}: it is for GPT image models. {OMIT}", UNKNOWN, (member,))

    summary = f"{member} is for GPT image models."
    name = f"{member.replace('_', '-')}.gpt-only"
    return requirement(name, "warning", "prose", summary, OMIT, bodies=bodies, of=dall_e, as_of=SPEC)(check)


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


BASE64 = "GPT image models refuse response_format: they return base64 (vercel/ai#6102, genkit-ai/genkit#3346)."
response_format_is_for_dall_e = requirement(
    "response-format.dall-e-only",
    "error",
    "observed",
    BASE64,
    OMIT,
    bodies=(MADE,),
    as_of="2025-07-01",
    of=gpt,
)(_refused_by_gpt("response_format"))
response_format_of_an_edit_is_for_dall_e_2 = requirement(
    "response-format.dall-e-2-only",
    "error",
    "observed",
    BASE64,
    OMIT,
    bodies=(FORM,),
    as_of="2025-07-01",
    of=gpt,
)(_refused_by_gpt("response_format"))
style_is_for_dall_e_3 = requirement(
    "style.dall-e-3-only",
    "error",
    "prose",
    "style is for dall-e-3; GPT image models do not know it.",
    OMIT,
    bodies=(MADE,),
    as_of=SPEC,
    of=gpt,
)(_refused_by_gpt("style"))


@requirement(
    "style.dall-e-2",
    "warning",
    "prose",
    "dall-e-2 has no style.",
    OMIT,
    bodies=(MADE,),
    as_of=SPEC,
    of=named("dall-e-2"),
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
    return requirement(name, "warning", "inferred", summary, OMIT, bodies=(MADE,), of=no_known_model, as_of=RETIRED)(
        check
    )


response_format_belonged_to_retired_models = _legacy("response_format")
style_belonged_to_retired_models = _legacy("style")


@requirement(
    "input-fidelity.model",
    "error",
    "observed",
    "input_fidelity is not for dall-e-2 and gpt-image-2, and gpt-image-1-mini accepts only low (lobehub/lobehub#9920, "
    "openai 3.57.0).",
    OMIT,
    bodies=(FORM, JSON),
    as_of="2025-10-01",
)
def input_fidelity_fits_the_model(request: Any) -> Iterator[Finding]:
    fidelity = request.get("input_fidelity")
    fact = fact_of(request.get("model"), "image.input_fidelity") if isinstance(fidelity, str) else None
    if fact is not None and fact.value == NOT_TAKEN:
        text = f"Unknown parameter: {{param}}. {fact.model} refuses it. {OMIT}"
        yield Finding(text, UNKNOWN, ("input_fidelity",))
    elif fact is not None and fidelity == "high" and fact.value == "low":
        yield Finding(f"Invalid {{param}}: {fact.model} accepts only 'low'.", member=("input_fidelity",))


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
    members=("image",),
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
    members=("images",),
)
def form_carries_image(request: Any) -> Iterator[Finding]:
    if is_given(request, "images"):
        text = "A form carries files in 'image'. References are sent as JSON."
        yield Finding(f"Unknown parameter: {{param}}. {text}", UNKNOWN, ("images",))
