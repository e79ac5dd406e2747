"""Requirements that the three bodies for images share; each becomes one rule for each body that it applies to.

The bodies are that of POST /images/generations and the two of POST /images/edits: a form with files, and JSON with
references to images. Requirements on models apply only to known families (`image_models`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from presend.openai.today.image_models import family_of
from presend.rule import Rule, said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend.openai.today.image_models import Family
    from presend.problems import Basis, Finding, Severity
    from presend.rule import Check

    Models = Callable[[Family | None], bool]

MADE, FORM, JSON = "image", "image-edit", "image-edit.json"
SCHEMAS = {MADE: "CreateImageRequest", FORM: "CreateImageEditRequest", JSON: "EditImageBodyJsonParam"}
ALL = (MADE, FORM, JSON)
SDK = (MADE, FORM)  # the bodies with types in the SDK, which have more members than the spec
SPEC = "2026-08-21"  # the revision of the spec, and of the model lists in it
RETIRED = "2026-05-12"  # DALL·E, as the docstrings of openai 3.57.0 say
UNKNOWN = "unknown_parameter"
OMIT = "Leave it out."


def any_model(_: Family | None) -> bool:
    """Accept any model."""
    return True


def gpt(family: Family | None) -> bool:
    """Say whether it is a GPT image model."""
    return family is not None and family.is_gpt


def dall_e(family: Family | None) -> bool:
    """Say whether it is one of DALL·E."""
    return family is not None and not family.is_gpt


def has_free_sizes(family: Family | None) -> bool:
    """Say whether it accepts any size within limits."""
    return family is not None and family.has_free_sizes


def no_known_model(family: Family | None) -> bool:
    """Say whether no model is named, or an unknown one."""
    return family is None


def named(*names: str) -> Models:
    """Return a function that says whether a model is of one of these families."""
    return lambda family: family is not None and family.name in names


class Asked(NamedTuple):
    """One requirement on a body: its rule, the members and models that it applies to, and its function."""

    rule: Rule
    members: tuple[str, ...]
    of: Models
    check: Check


ASKED: dict[str, list[Asked]] = {body: [] for body in SCHEMAS}


def requirement(  # noqa: PLR0913 - the parts of a rule
    name: str,
    severity: Severity,
    basis: Basis,
    summary: str,
    fix: str,
    *,
    bodies: tuple[str, ...] = ALL,
    members: tuple[str, ...] = (),
    of: Models = any_model,
    as_of: str | None = None,
    asks: bool = False,
) -> Callable[[Check | None], tuple[Rule, ...]]:
    """Make the function below into a rule of each of `bodies`, whose ids are `name` behind that of the body.

    `members` are those of which one is there when the function is asked, without them the one that `name` begins
    with. `of` says of the model's family, which is `None` for an unknown one, whether the function is asked. The one
    rule that `asks`, which has to be an error, asks all the others of the body too.
    """
    member = name.partition(".")[0].replace("-", "_")

    def make(check: Check | None) -> tuple[Rule, ...]:
        rules = []
        for body in bodies:
            sources = said(f"{SCHEMAS[body]}/properties/{member}")
            look = _asking(body) if asks else None
            rule = Rule(f"{body}.{name}", severity, basis, summary, fix, sources, (SCHEMAS[body],), look, as_of=as_of)
            if check is not None:  # else the function of another rule speaks for it too
                ASKED[body].append(Asked(rule, members or (member,), of, check))
            rules.append(rule)
        return tuple(rules)

    return make


def _asking(body: str) -> Check:
    """Return a function that checks the requirements for a body's members and model.

    There are about forty requirements, and few apply to a valid request. Calling each of them would take longer than
    the rest of the check.
    """
    plans: dict[str | None, dict[str, list[Asked]]] = {}  # name of a family → member → requirements to check

    def check(request: Any) -> Iterator[Finding]:
        family = family_of(request)
        name = family.name if family else None
        plan = plans.get(name)
        if plan is None:
            plan = plans[name] = _plan(body, family)
        for member in request if "model" in request else (*request, "model"):
            for asked in plan.get(member, ()):
                for finding in asked.check(request):
                    yield _named(finding, asked.rule, body)

    return check


def _named(finding: Finding, rule: Rule, body: str) -> Finding:
    """Return a finding under its rule's id; a function that speaks for several rules names one without the body."""
    if finding.rule is None:
        return finding._replace(rule=rule.id, severity=finding.severity or rule.severity)
    return finding._replace(rule=f"{body}.{finding.rule}")


def _plan(body: str, family: Family | None) -> dict[str, list[Asked]]:
    found: dict[str, list[Asked]] = {}
    for asked in ASKED[body]:
        for member in asked.members if asked.of(family) else ():
            found.setdefault(member, []).append(asked)
    return found


def is_given(request: Any, name: str) -> bool:
    """Say whether a member is present and not null, which means absent."""
    return request.get(name) is not None


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
