# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import FileContent, Model, Omittable


class CreateContainerFileBody(Model):
    file_id: Omittable[str] = None

    file: Omittable[FileContent | str] = None
