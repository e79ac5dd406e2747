# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject
from pydantic import Field
from typing_extensions import TypeAliasType
from ._click_param import ClickParam, ClickParamReturned
from ._double_click_action import DoubleClickAction, DoubleClickActionReturned
from ._drag_param import DragParam, DragParamReturned
from ._key_press_action import KeyPressAction, KeyPressActionReturned
from ._move_param import MoveParam, MoveParamReturned
from ._screenshot_param import ScreenshotParam, ScreenshotParamReturned
from ._scroll_param import ScrollParam, ScrollParamReturned
from ._type_param import TypeParam, TypeParamReturned
from ._wait_param import WaitParam, WaitParamReturned


ComputerAction = TypeAliasType(
    "ComputerAction",
    Annotated[
        ClickParam
        | DoubleClickAction
        | DragParam
        | KeyPressAction
        | MoveParam
        | ScreenshotParam
        | ScrollParam
        | TypeParam
        | WaitParam,
        Field(discriminator="type"),
    ],
)


ComputerActionReturned = TypeAliasType(
    "ComputerActionReturned",
    Annotated[
        ClickParamReturned
        | DoubleClickActionReturned
        | DragParamReturned
        | KeyPressActionReturned
        | MoveParamReturned
        | ScreenshotParamReturned
        | ScrollParamReturned
        | TypeParamReturned
        | WaitParamReturned
        | JsonObject,
        Exact(__name__, "ComputerActionReturned"),
    ],
)
