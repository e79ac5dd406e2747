# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject
from pydantic import Field
from typing_extensions import TypeAliasType
from ._container_file_citation_body import ContainerFileCitationBody, ContainerFileCitationBodyReturned
from ._file_citation_body import FileCitationBody, FileCitationBodyReturned
from ._file_path import FilePath, FilePathReturned
from ._url_citation_body import UrlCitationBody, UrlCitationBodyReturned


Annotation = TypeAliasType(
    "Annotation",
    Annotated[
        FileCitationBody | UrlCitationBody | ContainerFileCitationBody | FilePath, Field(discriminator="type")
    ],
)


AnnotationReturned = TypeAliasType(
    "AnnotationReturned",
    Annotated[
        FileCitationBodyReturned
        | UrlCitationBodyReturned
        | ContainerFileCitationBodyReturned
        | FilePathReturned
        | JsonObject,
        Exact(__name__, "AnnotationReturned"),
    ],
)
