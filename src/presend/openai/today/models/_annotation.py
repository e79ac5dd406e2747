# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from pydantic import Field
from typing_extensions import TypeAliasType
from ._container_file_citation_body import ContainerFileCitationBody
from ._file_citation_body import FileCitationBody
from ._file_path import FilePath
from ._url_citation_body import UrlCitationBody


Annotation = TypeAliasType(
    "Annotation",
    Annotated[
        FileCitationBody | UrlCitationBody | ContainerFileCitationBody | FilePath, Field(discriminator="type")
    ],
)
