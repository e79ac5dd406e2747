"""What the three bodies that ask for images have in common: one requirement is a rule of each body that it is true of.

They are that of POST /images/generations and the two of POST /images/edits: the form, which carries files, and JSON,
which carries references to images. What depends on a model is told of known families alone (`image_models`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.today.image_models import family_of
from presend.rule import Rule, said

if TYPE_CHECKING:
    from collections.abc import Callable

    from presend.problems import Basis, Severity
    from presend.rule import Check

MADE, FORM, JSON = "image", "image-edit", "image-edit.json"
SCHEMAS = {MADE: "CreateImageRequest", FORM: "CreateImageEditRequest", JSON: "EditImageBodyJsonParam"}
ALL = (MADE, FORM, JSON)
SDK = (MADE, FORM)  # the bodies that the SDK has types for, which know more members than the spec
SPEC = "2026-08-21"  # the revision of the spec, and of the model lists in it
RETIRED = "2026-05-12"  # DALL·E, as the docstrings of openai 3.57.0 say
UNKNOWN = "unknown_parameter"


def requirement(  # noqa: PLR0913 - the parts of a rule
    name: str,
    severity: Severity,
    basis: Basis,
    summary: str,
    fix: str,
    *,
    bodies: tuple[str, ...] = ALL,
    as_of: str | None = None,
) -> Callable[[Check], tuple[Rule, ...]]:
    """Make the function below into a rule of each of `bodies`, whose ids are `name` behind that of the body."""
    member = name.partition(".")[0].replace("-", "_")
    return lambda check: tuple(
        Rule(
            f"{body}.{name}",
            severity,
            basis,
            summary,
            fix,
            said(f"{SCHEMAS[body]}/properties/{member}"),
            (SCHEMAS[body],),
            check,
            as_of=as_of,
        )
        for body in bodies
    )


def is_given(request: Any, name: str) -> bool:
    """Say whether a member is there and no null, which stands for an absent one."""
    return request.get(name) is not None


def is_number(value: Any) -> bool:
    """Say whether a value is a number and no boolean."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_of(request: Any, *names: str) -> bool:
    """Say whether the model is of one of the families."""
    family = family_of(request)
    return family is not None and family.name in names


def is_gpt(request: Any) -> bool:
    """Say whether the model is known to be a GPT image model."""
    family = family_of(request)
    return family is not None and family.is_gpt


def is_dall_e(request: Any) -> bool:
    """Say whether the model is one of DALL·E."""
    family = family_of(request)
    return family is not None and not family.is_gpt
