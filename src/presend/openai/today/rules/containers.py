"""Containers: expiry, network access, and files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.data_urls import is_base64
from presend.openai.rules.parts import items
from presend.problems import Finding
from presend.rule import Rule, rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

EXPIRY = "CreateContainerBodyExpiresAfter.minutes"
MOST_MINUTES = 20
FILE = "CreateContainerFileBody"
ADD_FILE = ("#/paths/~1containers~1{container_id}~1files/post/summary",)
ZIP = "UEsD"  # PK\3 in base64; a fourth byte stands in the next letters


@rule(
    "container.expires-after.positive",
    "warning",
    "inferred",
    "A container lives for a positive number of minutes.",
    "Send 1 to 20.",
    at=EXPIRY,
    sources=said("CreateContainerBody/properties/expires_after"),
)
def container_lives_for_some_minutes(minutes: Any) -> Iterator[Finding]:
    if isinstance(minutes, int) and minutes < 1:
        yield Finding(f"Invalid {{param}}: expected a value >= 1, but got {minutes}.", "integer_below_min_value")


@rule(
    "observed.container.expires-after.max",
    "warning",
    "observed",
    "A container lives for at most 20 minutes after it was last active.",
    "Send 1 to 20.",
    at=EXPIRY,
    as_of="2026-08-21",
)
def container_lives_for_at_most_20_minutes(minutes: Any) -> Iterator[Finding]:
    if isinstance(minutes, int) and minutes > MOST_MINUTES:
        text = f"integer above maximum value. Expected a value <= {MOST_MINUTES}, but got {minutes}."
        yield Finding(f"Invalid {{param}}: {text}", "integer_above_max_value")


@rule(
    "container-file.one-source",
    "error",
    "prose",
    "A file of a container comes as file, in a form, or as file_id, in JSON: one of them, and it is there.",
    "Send file or file_id.",
    at=FILE,
    sources=ADD_FILE,
)
def container_file_has_one_source(body: Any) -> Iterator[Finding]:
    given = [name for name in ("file", "file_id") if body.get(name) is not None]
    if not given:
        yield Finding("Invalid {param}: expected 'file' or 'file_id', but got neither.", "missing_required_parameter")
    elif len(given) > 1:
        yield Finding("Invalid {param}: expected 'file' or 'file_id', but got both.")


@rule(
    "container-file.json-file-id",
    "error",
    "prose",
    "In JSON, a file of a container is named by its file_id: its bytes need a form.",
    "Upload the file first and send its file_id, or send a form.",
    at=f"{FILE}.file",
    sources=ADD_FILE,
)
def container_file_is_sent_in_a_form(file: Any) -> Iterator[Finding]:
    if isinstance(file, str):
        yield Finding("Invalid {param}: expected a file in a form, or 'file_id' in JSON, but got text.", "invalid_type")


@rule(
    "container.network-policy.secret-domain",
    "warning",
    "prose",
    "The domain of a secret is one of allowed_domains.",
    "Add the domain, or remove the secret.",
    at="ContainerNetworkPolicyAllowlistParam",
    sources=said("ContainerNetworkPolicyAllowlistParam/properties/domain_secrets"),
)
def secrets_are_for_allowed_domains(policy: Any) -> Iterator[Finding]:
    allowed = {domain for domain in items(policy.get("allowed_domains")) if isinstance(domain, str)}
    for place, secret in enumerate(items(policy.get("domain_secrets"))):
        domain = secret.get("domain") if isinstance(secret, dict) else None
        if isinstance(domain, str) and domain not in allowed:
            yield Finding(
                "Invalid {param}: expected one of 'allowed_domains'.", member=("domain_secrets", place, "domain")
            )


@rule(
    "tool.skill.inline-base64",
    "error",
    "prose",
    "The data of an inline skill is a zip file in base64.",
    "Zip the folder of the skill, and send all of it as base64.",
    at="InlineSkillSourceParam.data",
    sources=said("InlineSkillSourceParam/properties/data"),
)
def skill_is_a_zip_in_base64(data: Any) -> Iterator[Finding]:
    if isinstance(data, str) and data and not (is_base64(data) and data.startswith(ZIP)):
        yield Finding("Invalid {param}: expected a zip file in base64.")


skill_version_is_a_number_or_latest = Rule(
    "tool.skill.version",
    "error",
    "prose",
    "The version of a skill is a positive integer, written as a string, or 'latest'.",
    "Send '2' or 'latest'.",
    said("SkillReferenceParam/properties/version"),
    ("SkillReferenceParam",),
)
