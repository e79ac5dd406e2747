# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._function_object import FunctionObject


class ChatCompletionTool(Model):
    type: Literal["function"]

    function: FunctionObject
