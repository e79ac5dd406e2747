"""Messages and their parts: attachments, image addresses, ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.problems import Finding
from presend.rule import Rule, rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

IMAGE_URL = said("MessageContentImageUrlObject/properties/image_url/properties/url")
# Extensions that are not of jpeg, png, gif or webp files. An address without an extension may be any file.
OTHER_ENDINGS = (
    ".svg .bmp .tif .tiff .heic .heif .avif .ico .psd .eps .pdf .doc .docx .ppt .pptx .xls .xlsx .txt .csv .zip "
    ".mp3 .wav .mp4 .mov .avi .webm"
).split()

attachment_pairs_a_file_with_tools = Rule(
    "message.attachments.item-required",
    "error",
    "prose",
    "Each attachment has both a file_id and the tools that the file goes to.",
    "Add the missing one: {'file_id': 'file-…', 'tools': [{'type': 'file_search'}]}.",
    said(
        "CreateMessageRequest/properties/attachments",
        "CreateMessageRequest/properties/attachments/items/properties/file_id",
        "CreateMessageRequest/properties/attachments/items/properties/tools",
    ),
    ("CreateMessageRequestAttachment",),
)
image_address_is_external = Rule(
    "image-url.url.external",
    "error",
    "prose",
    "The address of an image in a message is an external http or https one; a data: URL is not accepted.",
    "Upload the image with the purpose 'vision' and send an image_file part, or host it.",
    IMAGE_URL,
    ("MessageContentImageUrlObjectImageUrl",),
)


@rule(
    "image-url.url.media-type",
    "warning",
    "prose",
    "The image behind the address is a JPEG, PNG, GIF or WebP.",
    "Convert the image. An address without a file ending is never complained about.",
    at="MessageContentImageUrlObjectImageUrl.url",
    sources=IMAGE_URL,
)
def image_address_ends_as_a_supported_type(url: Any) -> Iterator[Finding]:
    if not isinstance(url, str):
        return
    small = url.lower()
    if small.isprintable() and not any(ending in small for ending in OTHER_ENDINGS):  # `urlsplit` drops line breaks
        return
    from urllib.parse import urlsplit  # slow to import, and few addresses need it

    try:
        path = urlsplit(url).path.lower()
    except ValueError:  # not an address, which another rule reports
        return
    ending = next((ending for ending in OTHER_ENDINGS if path.endswith(ending)), None)
    if ending:
        yield Finding(f"Invalid {{param}}: expected a jpeg, png, gif or webp image, but got a '{ending}' file.")


@rule(
    "id.not-empty",
    "warning",
    "inferred",
    "An id is not empty; whether the thing exists only the API can tell.",
    "Send the id that the API gave you.",
    at=(
        "CreateRunRequest.assistant_id",
        "CreateRunRequest.model",
        "CreateModerationRequest.model",
        "CreateMessageRequestAttachment.file_id",
        "MessageContentImageFileObjectImageFile.file_id",
        "AssistantsNamedToolChoiceFunction.name",
    ),
    sources=said(
        "CreateRunRequest/properties/assistant_id",
        "CreateMessageRequest/properties/attachments/items/properties/file_id",
        "MessageContentImageFileObject/properties/image_file/properties/file_id",
    ),
)
def id_is_not_empty(value: Any) -> Iterator[Finding]:
    if value == "":
        yield Finding("Invalid {param}: expected the id of something that exists, but got an empty string.")


@rule(
    "observed.message.content.length",
    "error",
    "observed",
    "A message given as one string has 1 to 256,000 characters: keywords of the spec until 2024-05-09.",
    "Split the message.",
    at="CreateMessageRequest.content",
    opt_in=True,
    as_of="2024-05-09",
)
def message_text_has_1_to_256000_characters(content: Any) -> Iterator[Finding]:
    longest = 256_000  # code points; raised from 32,768 on 2024-04-09
    if isinstance(content, str) and not 1 <= len(content) <= longest:
        code = "string_above_max_length" if content else "string_below_min_length"
        sentence = f"expected 1 to {longest:,} characters, but got {len(content):,}"
        yield Finding(f"Invalid {{param}}: {sentence}.", code)


@rule(
    "observed.message.attachments.max-items",
    "error",
    "observed",
    "A message has at most 10 attachments: a keyword of the field's predecessor until 2024-04-17.",
    "Spread the files over several messages.",
    at="CreateMessageRequest.attachments",
    opt_in=True,
    as_of="2024-04-17",
)
def message_has_at_most_10_attachments(attachments: Any) -> Iterator[Finding]:
    most = 10
    if isinstance(attachments, list) and len(attachments) > most:
        sentence = f"Expected an array with maximum length {most}, but got an array with length {len(attachments)}."
        yield Finding(f"Invalid {{param}}: array too long. {sentence}", "array_above_max_length")
