# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact
from typing_extensions import TypeAliasType
from ._compaction_trigger_item_param import CompactionTriggerItemParam
from ._configuration_update_item_param import ConfigurationUpdateItemParam
from ._easy_input_message import EasyInputMessage
from ._item import Item
from ._item_reference_param import ItemReferenceParam
from ._program_item_param import ProgramItemParam
from ._program_output_item_param import ProgramOutputItemParam


InputItem = TypeAliasType(
    "InputItem",
    Annotated[
        EasyInputMessage
        | Item
        | CompactionTriggerItemParam
        | ItemReferenceParam
        | ProgramItemParam
        | ProgramOutputItemParam
        | ConfigurationUpdateItemParam,
        Exact(__name__, "InputItem"),
    ],
)
