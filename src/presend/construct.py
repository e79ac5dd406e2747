"""Build the typed model of a payload that the model itself refuses, because a rule that it enforces is ignored."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from presend.examine import likeliest_branch, tagged_branch
from presend.keywords import KINDS, kind_of
from presend.report import Report

if TYPE_CHECKING:
    from pydantic import BaseModel

    from presend.pack import Pack
    from presend.schema import Node


def construct(pack: Pack, node: Node, value: Any) -> Any:
    """Return `value` with each object as an instance of its model, nothing checked; other values stay plain."""
    if node.is_file or type(value) not in KINDS:
        return value
    if node.branches:
        branch = _branch(node, value)
        return value if branch is None else construct(pack, branch, value)
    if isinstance(value, list) and node.items is not None:
        return [construct(pack, node.items, item) for item in value]
    if isinstance(value, dict) and node.name and node.is_record:
        members = {
            name: construct(pack, node.properties[name], member) if name in node.properties else member
            for name, member in value.items()
        }
        known = {name: member for name, member in members.items() if name in node.properties}
        unknown = {name: member for name, member in members.items() if name not in node.properties}
        cls = pack.model(node.name)
        model = (_opened(cls) if unknown and node.additional is False else cls).model_construct(**known)
        if unknown:
            object.__setattr__(model, "__pydantic_extra__", unknown)  # whatever their names, which are the payload's
            model.model_fields_set.update(unknown)
        return model
    return value


@functools.cache
def _opened(model: type[BaseModel]) -> type[BaseModel]:
    """Return a closed model as one that keeps unknown members, which it would drop."""
    return type(model.__name__, (model,), {"model_config": {"extra": "allow"}, "__module__": model.__module__})


def _branch(node: Node, value: Any) -> Node | None:
    if node.tagged and isinstance(value, dict):
        return tagged_branch(node, value)
    fits = any(kind_of(value) in branch.kinds for branch in node.branches)
    return likeliest_branch(node, value, (), Report())[0] if fits else None
