"""Images in the JSON form of an edit: the contents of data: URLs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.files.image_facts import SNIFF_BYTES, sniff
from presend.openai.data_urls import look_into
from presend.problems import Finding
from presend.rule import Rule, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

TAKEN = {"PNG", "JPEG", "WebP"}
SEEN = ("yuji-hatakeyama/opencode-gpt-imagegen#82",)


@rule(
    "image-ref.data-url.type",
    "error",
    "inferred",
    "A data: URL of an edit holds a PNG, WebP or JPEG, as the files of the form do; the API answers invalid_image_file "
    f"for BMP ({SEEN[0]}).",
    "Save the image as PNG.",
    at="ImageRefParam.image_url",
    as_of="2026-09-01",
)
def data_url_holds_an_image(url: Any) -> Iterator[Finding]:
    held = look_into(url, SNIFF_BYTES) if isinstance(url, str) else None
    if held is None:
        return
    facts = sniff(held.head)
    if facts.format == "GIF":
        text = "Suspicious {param}: expected a PNG, WebP or JPEG, but got a GIF."
        yield Finding(text, "invalid_image_file", rule="image-ref.data-url.gif", severity="warning")
    elif facts.format is not None and facts.format not in TAKEN:
        text = f"Invalid {{param}}: expected a PNG, WebP or JPEG, but got {facts}."
        yield Finding(text, "invalid_image_file")


data_url_holds_no_gif = Rule(
    "image-ref.data-url.gif",
    "warning",
    "inferred",
    "A data: URL of an edit holds no GIF, which the form refuses; of JSON it is not known.",
    "Save the image as PNG.",
    (),
    ("ImageRefParam.image_url",),
)
