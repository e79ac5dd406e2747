# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._container_file_resource import ContainerFileResource


class ContainerFileListResource(Model):
    object: Literal["list"] | str | None = None

    data: list[ContainerFileResource | None] | None = None

    first_id: str | None = None

    last_id: str | None = None

    has_more: bool | None = None
