# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from typing_extensions import TypeAliasType
from ._response_error_code import ResponseErrorCode


class ResponseErrorWithCode(Model):
    code: ResponseErrorCode | None = None

    message: str | None = None


ResponseError = TypeAliasType("ResponseError", ResponseErrorWithCode | None)
