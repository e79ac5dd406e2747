# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType


DownloadFileResponse = TypeAliasType("DownloadFileResponse", str)
