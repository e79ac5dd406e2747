"""Read each file of an edit once for all of its rules."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, NamedTuple

from presend.files.png import walk
from presend.files.png_chunks import PngFault
from presend.files.png_header import read_header
from presend.files.uploads import UploadFault, open_upload
from presend.openai.today.picture import look
from presend.openai.today.rules.image_bodies import is_given, is_of
from presend.problems import Finding

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from presend.files.uploads import Upload
    from presend.openai.today.picture import Picture
    from presend.problems import Path, Severity

ID = "image-edit."
FORMATS = {"PNG", "JPEG", "WebP"}
TAKEN = {"image/png", "image/jpeg", "image/webp"}
DOUBTFUL = {"image/jpg", ""}
TRANSPARENT_MODES = {"RGBA", "LA", "L"}
MASK_FORMAT = "invalid_mask_image_format"  # the API's code


class Limit(NamedTuple):
    """A limit in MB as bytes: refused in both readings, and in one of them."""

    words: str
    refused: int
    doubtful: int


IMAGE_LIMIT = Limit("50 MB", 50 * 1024 * 1024, 50_000_000)
MASK_LIMIT = Limit("4 MB", 4 * 1024 * 1024, 4_000_000)


def findings(request: Any) -> Iterator[Finding]:
    """Yield the problems of the files of an edit; none for values that are not files."""
    images = request.get("image")
    is_list = isinstance(images, list)  # a tuple is one file, as the SDK takes them
    if is_list and is_of(request, "dall-e-2"):
        text = "Invalid type for {param}: dall-e-2 accepts one file. Send it as 'image', not as 'image[]'."
        yield Finding(text, "invalid_type", ("image",), f"{ID}image.dall-e-2-single")
    first = None
    for index, image in enumerate(images) if is_list else [(None, images)]:
        member: Path = ("image",) if index is None else ("image", index)
        picture = yield from _looked(image, member)
        if picture is not None:
            yield from _image_findings(picture, request, member)
            first = first or picture
    yield from _mask_findings(request.get("mask"), first)
    yield from _markup_findings(request, first)


def _looked(file: Any, member: Path) -> Generator[Finding, None, Picture | None]:
    """Return the facts from the start of a file, or `None` for other values; yield a finding if it cannot be read."""
    with contextlib.ExitStack() as stack:
        try:
            upload = stack.enter_context(open_upload(file))
        except UploadFault:
            return None  # which is reported as type.file
        try:
            return look(upload)
        except UploadFault as fault:
            yield Finding(f"Invalid {{param}}. {fault}", member=member)
    return None


def _image_findings(picture: Picture, request: Any, member: Path) -> Iterator[Finding]:
    is_old = is_of(request, "dall-e-2")
    yield from _size_findings(picture, IMAGE_LIMIT, member, "image")
    if picture.format not in FORMATS:
        yield Finding(f"Invalid {{param}}: expected a PNG, WebP or JPEG, but got {picture.words}.", member=member)
    elif is_old:
        yield from _dall_e_2_findings(picture, is_given(request, "mask"), member)
    yield from _content_type_findings(picture, {"image/png"} if is_old else TAKEN, member)


def _content_type_findings(picture: Picture, taken: set[str], member: Path) -> Iterator[Finding]:
    if picture.content_type in taken:
        return
    kinds = " or ".join(sorted(taken))
    sent = f"as {picture.content_type}" if picture.content_type in TAKEN | DOUBTFUL - {""} else "as something else"
    text = f"expected it to be sent as {kinds}, but it goes out {sent if picture.content_type else 'as no type'}"
    advice = "Pass ('image.png', content, 'image/png')."
    code = "unsupported_file_mimetype"
    if picture.content_type in DOUBTFUL:
        rule = f"{ID}image.content-type-doubtful"
        yield Finding(f"Suspicious {{param}}: {text}. {advice}", code, member, rule, "warning")
    else:
        yield Finding(f"Invalid {{param}}: {text}. {advice}", code, member, f"{ID}image.content-type")


def _dall_e_2_findings(picture: Picture, has_mask: bool, member: Path) -> Iterator[Finding]:
    if picture.format != "PNG":
        text = f"Suspicious {{param}}: expected a PNG for dall-e-2, but got {picture.words}."
        yield Finding(text, "invalid_image", member, f"{ID}image.dall-e-2-png", "warning")
    if picture.width != picture.height:
        text = f"Invalid {{param}}: expected a square image for dall-e-2, but got {picture.words}."
        yield Finding(text, "invalid_image", member, f"{ID}image.dall-e-2-square")
    if MASK_LIMIT.doubtful <= picture.size < IMAGE_LIMIT.refused:
        text = f"Suspicious {{param}}: expected less than 4 MB for dall-e-2, but got {picture.size:,} bytes."
        yield Finding(text, "invalid_image", member, f"{ID}image.dall-e-2-max-bytes", "warning")
    if picture.mode is not None and picture.mode not in TRANSPARENT_MODES:
        text = f"Invalid {{param}}: expected the mode RGBA, LA or L for dall-e-2, but got {picture.mode}."
        severity: Severity | None = "warning" if has_mask else None
        yield Finding(
            f"{text} Save it with an alpha channel.", "invalid_image", member, f"{ID}image.dall-e-2-mode", severity
        )


def _size_findings(picture: Picture, limit: Limit, member: Path, name: str) -> Iterator[Finding]:
    if picture.size >= limit.refused:
        wanted = f"less than {limit.words} (at most {limit.refused - 1:,} bytes)"
        text = f"Invalid {{param}}: file too large: expected {wanted}, but got {picture.size:,} bytes."
        yield Finding(text, "invalid_value", member, f"{ID}{name}.max-bytes")
    elif picture.size >= limit.doubtful:
        doubt = f"less than {limit.words} may mean below {limit.doubtful:,} bytes, and this is {picture.size:,} bytes"
        text = f"Possibly too large {{param}}: {doubt}."
        yield Finding(text, "invalid_value", member, f"{ID}{name}.max-bytes-ambiguous", "warning")


def _mask_findings(mask: Any, first: Picture | None) -> Iterator[Finding]:
    member, rule = ("mask",), f"{ID}mask.png"
    with contextlib.ExitStack() as stack:
        try:
            upload = stack.enter_context(open_upload(mask))
        except UploadFault:
            return
        try:
            picture = look(upload)
            yield from _size_findings(picture, MASK_LIMIT, member, "mask")
            if picture.format != "PNG":
                text = f"Invalid {{param}}: expected a PNG, but got {picture.words}."
                yield Finding(text, MASK_FORMAT, member, rule)
                return
            if _differs(picture, first):
                yield _other_size(picture, first, member, f"{ID}mask.dimensions")
            elif picture.is_opaque:
                text = (
                    f"Invalid {{param}}: expected an alpha channel, but got a PNG of mode {picture.mode} without one."
                )
                yield Finding(f"{text} Save it as RGBA.", MASK_FORMAT, member, f"{ID}mask.alpha")
            if picture.size < MASK_LIMIT.refused:
                yield from _damages(upload, member, rule)
        except UploadFault as fault:
            yield Finding(f"Invalid {{param}}. {fault}", member=member, rule=rule)


def _damages(upload: Upload, member: Path, rule: str) -> Iterator[Finding]:
    upload.stream.seek(0)
    header = read_header(upload.stream)
    faults = [header] if isinstance(header, PngFault) else walk(upload.stream, header, size=upload.size)
    for fault in faults:
        if fault.severity == "error":
            yield Finding(f"Invalid {{param}}: the PNG is damaged. {fault.message}", MASK_FORMAT, member, rule)


def _differs(picture: Picture, first: Picture | None) -> bool:
    known = first is not None and None not in (first.width, first.height, picture.width, picture.height)
    return known and first is not None and (first.width, first.height) != (picture.width, picture.height)


def _other_size(picture: Picture, first: Picture | None, member: Path, rule: str) -> Finding:
    wanted = f"{first.width:,} x {first.height:,} px, as the image has" if first is not None else "the image's size"
    return Finding(f"Invalid {{param}}: expected {wanted}, but got {picture.words}.", MASK_FORMAT, member, rule)


def _markup_findings(request: Any, first: Picture | None) -> Iterator[Finding]:
    markup, member, rule = request.get("markup"), ("markup",), f"{ID}markup.png"
    if markup is None:
        return
    if is_given(request, "mask"):
        text = "Invalid {param}: it is not sent together with 'mask'. Leave one of them out."
        yield Finding(text, member=member, rule=f"{ID}markup.not-with-mask")
    picture = yield from _looked(markup, member)
    if picture is None:
        return
    if picture.format != "PNG" or picture.is_opaque:
        text = f"Invalid {{param}}: expected a PNG with transparent pixels, but got {picture.words}."
        yield Finding(f"{text} Save it as RGBA.", member=member, rule=rule)
    elif _differs(picture, first):
        yield _other_size(picture, first, member, rule)
