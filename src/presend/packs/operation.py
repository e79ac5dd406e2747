"""One operation of an API: its bodies, its responses, and their schemas."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from presend.packs.media_types import JSON, best, is_form, read

if TYPE_CHECKING:
    from collections.abc import Mapping

OK = 200  # of HTTP


@dataclasses.dataclass(frozen=True, slots=True)
class Operation:
    """One operation of the API.

    Attributes:
        method: HTTP method in capitals.
        path: Path template, such as `/threads/{thread_id}/runs`.
        id: The spec's operationId.
        content_type: Media type of the request body, if any. An operation with several content types appears once for
            each, JSON first.
        schema: Name of the schema of the request body, if any.
        response: Name of the schema of the first successful response, if the pack has it.
        needs_body: Whether a request must have a body.
        responses: Status (`200`, `2XX`, `default`) → media type → name of the schema, for the schemas in the pack.
    """

    method: str
    path: str
    id: str
    content_type: str | None
    schema: str | None
    response: str | None
    needs_body: bool = True
    responses: Mapping[str, Mapping[str, str]] = dataclasses.field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def is_form(self) -> bool:
        """Whether the request body is a form, which has only text and files, and no null."""
        return self.content_type is not None and is_form(self.content_type)

    @property
    def returned(self) -> frozenset[str]:
        """Names of the schemas of all responses."""
        named = {name for media in self.responses.values() for name in media.values()}
        return frozenset([*named, self.response] if self.response else named)

    def answer(self, status: int, content_type: str) -> str | None:
        """Return the name of the schema of a response, or `None` if none is declared or the pack does not have it.

        A status that is declared comes before its range (`2XX`), and that before `default`.
        """
        for key in (str(status), f"{status // 100}XX", "default"):
            if key in self.responses:
                kind = best(self.responses[key], content_type)
                return None if kind is None else self.responses[key][kind]
        is_old = not self.responses and status == OK  # in a pack that an older presend made
        return self.response if is_old and read(content_type).essence == JSON else None
