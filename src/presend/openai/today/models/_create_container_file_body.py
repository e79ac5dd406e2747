# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import FileContent, Model, Omittable


class CreateContainerFileBody(Model):
    """A file for a container: the id of an uploaded one, or in a form the file itself."""

    file_id: Omittable[str] = None
    """Id of an uploaded file to copy into the container."""

    file: Omittable[FileContent | str] = None
    """The file itself, as a form field."""
