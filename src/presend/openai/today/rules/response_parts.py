"""Images, files and screenshots in the items of `input`: where each comes from, and its base64 data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.data_urls import IMAGE_TYPES, head_of, is_base64, is_template, is_web_address
from presend.openai.today.rules.plain_input import image_is_on_the_web, part_has_an_image
from presend.problems import Finding
from presend.rule import rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

IMAGES = ("InputImageContent", "InputImageContentParamAutoParam")
FILES = ("InputFileContent", "InputFileContentParam")
EXAMPLE = "(e.g. 'data:image/png;base64,…')"


def _has(part: dict[str, Any], *names: str) -> bool:
    return any(part.get(name) is not None for name in names)


@rule(
    "input-image.url-or-data",
    "error",
    "prose",
    "image_url is a full web address, or base64 image data in a data: URL.",
    "Send https://…, data:image/png;base64,…, or a file_id instead.",
    at=tuple(f"{image}.image_url" for image in IMAGES),
    sources=said("InputImageContent/properties/image_url/anyOf/0"),
    look=image_is_on_the_web,
)
def image_url_is_an_address_or_data(url: Any) -> Iterator[Finding]:
    if not isinstance(url, str) or is_web_address(url) or is_template(url):
        return
    head = head_of(url)
    if head is None or not head.media_type.startswith("image/") or not head.is_base64:
        wanted = f"Expected a web address, or a base64-encoded data URL with an image MIME type {EXAMPLE}"
        got = f"a data URL of the type '{head.media_type}'" if head and head.is_plain else "neither"
        yield Finding(f"Invalid {{param}}. {wanted}, but got {got}.")


@rule(
    "observed.input-image.data",
    "error",
    "observed",
    "The data of an image is base64, and not empty (opencode#23983).",
    "Send the whole file as base64.",
    at=tuple(f"{image}.image_url" for image in IMAGES),
    as_of="2026-04-30",
    look=image_is_on_the_web,
)
def image_data_is_base64(url: Any) -> Iterator[Finding]:
    head = head_of(url)
    if head is None or not head.media_type.startswith("image/") or not head.is_base64 or is_base64(head.data(url)):
        return
    got = "an invalid base64-encoded value" if head.data(url) else "empty base64-encoded bytes"
    yield Finding(
        f"Invalid {{param}}. Expected a base64-encoded data URL with an image MIME type {EXAMPLE}, but got {got}."
    )


@rule(
    "observed.input-image.media-type",
    "warning",
    "observed",
    "An image is a JPEG, PNG, GIF or WebP (opencode-gpt-imagegen#82).",
    "Convert the image.",
    at=tuple(f"{image}.image_url" for image in IMAGES),
    as_of="2026-09-30",
    look=image_is_on_the_web,
)
def image_data_is_of_a_known_type(url: Any) -> Iterator[Finding]:
    head = head_of(url)
    if head and head.media_type.startswith("image/") and head.media_type not in IMAGE_TYPES:
        yield Finding(f"Invalid {{param}}: expected one of {', '.join(IMAGE_TYPES)}, but got another image type.")


@rule(
    "input-image.source",
    "error",
    "inferred",
    "An image part has image_url or file_id.",
    "Add one of them.",
    at=IMAGES,
    sources=said("InputImageContent/properties/image_url/anyOf/0", "InputImageContent/properties/file_id/anyOf/0"),
    look=part_has_an_image,
)
def image_part_has_an_image(part: Any) -> Iterator[Finding]:
    if not _has(part, "image_url", "file_id"):
        yield Finding(
            "Invalid {param}: expected 'image_url' or 'file_id', but got neither.", "missing_required_parameter"
        )


@rule(
    "input-file.source",
    "error",
    "inferred",
    "A file part has file_id, file_url or file_data.",
    "Add one of them.",
    at=FILES,
    sources=said("InputFileContent/properties/file_id/anyOf/0"),
)
def file_part_has_a_file(part: Any) -> Iterator[Finding]:
    if not _has(part, "file_id", "file_url", "file_data"):
        text = "Invalid {param}: expected 'file_id', 'file_url' or 'file_data', but got none of them."
        yield Finding(text, "missing_required_parameter")


@rule(
    "observed.input-file.filename",
    "error",
    "observed",
    "file_data comes with a filename (laravel/ai#324).",
    "Add filename; its ending tells what the file is.",
    at=FILES,
    as_of="2026-03-31",
)
def file_data_has_a_name(part: Any) -> Iterator[Finding]:
    if _has(part, "file_data") and not _has(part, "filename"):
        text = "Missing required parameter: 'filename', beside the file_data of {param}."
        yield Finding(text, "missing_required_parameter")


@rule(
    "input-file.data-base64",
    "error",
    "prose",
    "file_data is base64, and not empty (vercel/ai#7776 has the API's refusal).",
    "Send data:application/pdf;base64,… with the whole file.",
    at=tuple(f"{file}.file_data" for file in FILES),
    sources=said("InputFileContentParam/properties/file_data/anyOf/0"),
)
def file_data_is_base64(data: Any) -> Iterator[Finding]:
    if not isinstance(data, str) or is_template(data):
        return
    head = head_of(data)
    if not is_base64(head.data(data) if head else data) or (head and not head.is_base64):
        wanted = "Expected a base64-encoded data URL with a valid file MIME type (e.g. 'data:text/plain;base64,…')"
        yield Finding(f"Invalid file data: {{param}}. {wanted}, but got an invalid base64-encoded value.")


@rule(
    "observed.input-file.data-url",
    "error",
    "observed",
    "file_data is a data: URL: bare base64 is refused (vercel/ai#7776, strands-agents/harness-sdk#3576).",
    "Put data:application/pdf;base64, or the like before it.",
    at=tuple(f"{file}.file_data" for file in FILES),
    as_of="2026-08-21",
)
def file_data_is_a_data_url(data: Any) -> Iterator[Finding]:
    if isinstance(data, str) and head_of(data) is None and is_base64(data):
        wanted = "Expected a base64-encoded data URL with a valid file MIME type (e.g. 'data:text/plain;base64,…')"
        yield Finding(f"Invalid file data: {{param}}. {wanted}, but got a value without the 'data:' prefix.")


@rule(
    "input-file.url.web-address",
    "error",
    "prose",
    "file_url is a web address.",
    "Send https://…, or the file's content as file_data.",
    at=tuple(f"{file}.file_url" for file in FILES),
    sources=said("InputFileContent/properties/file_url"),
)
def file_url_is_an_address(url: Any) -> Iterator[Finding]:
    if isinstance(url, str) and not is_web_address(url) and not is_template(url):
        yield Finding("Invalid {param}: expected a web address that begins with https:// or http://.")


@rule(
    "computer-screenshot.source",
    "error",
    "inferred",
    "A screenshot has image_url or file_id.",
    "Add one of them.",
    at="ComputerScreenshotImage",
    sources=said("ComputerScreenshotImage/properties/image_url"),
)
def screenshot_has_an_image(shot: Any) -> Iterator[Finding]:
    if not _has(shot, "image_url", "file_id"):
        yield Finding(
            "Invalid {param}: expected 'image_url' or 'file_id', but got neither.", "missing_required_parameter"
        )
