"""Moderation requests and responses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from presend.openai.data_urls import head_of, is_standard_base64
from presend.openai.rules.model_lists import AS_OF, MODERATION
from presend.openai.rules.parts import items, type_of
from presend.problems import Finding
from presend.rule import Rule, rule, said
from presend.schema.keywords import did_you_mean, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.problems import Path

INPUT = "CreateModerationRequest/properties/input"
IMAGE = f"{INPUT}/oneOf/2/items/oneOf/0/properties/image_url"
URL = "CreateModerationRequestInputPartImageUrlImageUrl.url"
BARE_BASE64 = re.compile("(iVBORw0KGgo|/9j/|R0lGOD|UklGR)[A-Za-z0-9+/]*={0,2}")  # as in spec/overlay.yaml
SNIFFED = 4096  # characters of base64 that are decoded to look for an image's first bytes

input_is_not_an_empty_list = Rule(
    "moderation.input.empty",
    "error",
    "inferred",
    "A list of inputs has at least one.",
    "Leave the request out: there is nothing to classify.",
    said(INPUT),
    ("CreateModerationRequest",),
)
image_is_an_address_or_data_url = Rule(
    "moderation.input.image.url-or-data",
    "error",
    "prose",
    "An image is given as an http or https address, or as a data: URL of a base64 image.",
    "Write 'data:image/png;base64,' and the encoded bytes, or an address.",
    said(IMAGE, f"{IMAGE}/properties/url"),
    ("CreateModerationRequestInputPartImageUrlImageUrl",),
)


@rule(
    "moderation.input.image.bare-base64",
    "warning",
    "inferred",
    "Base64 text stands in a data: URL, not by itself.",
    "Put 'data:image/png;base64,' (with the image's own type) before it.",
    at=URL,
    sources=said(f"{IMAGE}/properties/url"),
)
def base64_stands_in_a_data_url(url: Any) -> Iterator[Finding]:
    if isinstance(url, str) and BARE_BASE64.fullmatch(url):
        yield Finding("Invalid {param}: expected a web address or a data: URL, but got bare base64 text.")


@rule(
    "moderation.input.image.base64-valid",
    "warning",
    "prose",
    "The body of a data: URL is base64 of an image.",
    "Encode the image's bytes with base64.b64encode(…).decode().",
    at=URL,
    sources=said(IMAGE),
)
def data_url_holds_an_image(url: Any) -> Iterator[Finding]:
    head = head_of(url)
    if head is None or not head.is_base64 or not head.media_type.startswith("image/"):
        return
    import base64  # this and the next are slow to import, and few payloads have images in them

    from presend.files.image_facts import sniff

    body = head.data(url)
    if not is_standard_base64(body):
        yield Finding("Invalid {param}: expected base64 after the comma of the data: URL, but got something else.")
    elif sniff(base64.b64decode(body[:SNIFFED])).format is None:
        yield Finding("Invalid {param}: expected a base64 image, but got base64 of no image format that is known.")


@rule(
    "moderation.model.known",
    "warning",
    "prose",
    "The model is one of the moderation models.",
    "Send one of them, or leave the model out.",
    at="CreateModerationRequest.model",
    sources=said("CreateModerationRequest/properties/model"),
    as_of=AS_OF,
)
def moderation_model_is_known(model: Any) -> Iterator[Finding]:
    if isinstance(model, str) and model not in MODERATION:
        known = ", ".join(MODERATION)
        hint = did_you_mean(model, MODERATION)
        yield Finding(f"Unknown model for {{param}}: it is none of those known on {AS_OF}: {known}.{hint}")


@rule(
    "moderation.input.blank",
    "warning",
    "inferred",
    "A text to classify is not empty.",
    "Leave empty texts out; sibling endpoints answer 400 to them.",
    at="CreateModerationRequest.input",
    sources=said(INPUT),
)
def input_text_is_not_empty(value: Any) -> Iterator[Finding]:
    blank: list[Path] = [()] if value == "" else []
    for index, part in enumerate(items(value)):
        if part == "":
            blank.append((index,))
        elif type_of(part) == "text" and part.get("text") == "":
            blank.append((index, "text"))
    for member in blank:
        yield Finding("Invalid {param}: expected a text to classify, but got an empty string.", member=member)


@rule(
    "observed.moderation.input.max-images",
    "error",
    "observed",
    "A request holds at most one image (antiwork/gumroad#4709).",
    "Send one request per image.",
    at="CreateModerationRequest.input",
    as_of="2026-04",
)
def input_has_at_most_one_image(value: Any) -> Iterator[Finding]:
    images = sum(type_of(part) == "image_url" for part in items(value))
    if images > 1:
        yield Finding(f"Invalid {{param}}: too many images. Expected at most 1, but got {images}.", "too_many_images")


@rule(
    "moderation-response.flagged.consistent",
    "warning",
    "prose",
    "A result is flagged exactly when one of its categories is true.",
    "Look at the categories themselves.",
    at="CreateModerationResponseResult",
    sources=said("CreateModerationResponse/properties/results/items/properties/flagged"),
)
def flagged_agrees_with_the_categories(result: Any) -> Iterator[Finding]:
    flagged, categories = result.get("flagged"), result.get("categories")
    if not isinstance(flagged, bool) or not isinstance(categories, dict):
        return
    some = any(category is True for category in categories.values())
    if flagged is not some:
        found = "one is true" if some else "none is true"
        yield Finding(
            f"Inconsistent {{param}}: expected it to follow the categories, but got {shown(flagged)} where {found}.",
            member=("flagged",),
        )
