"""The rules for a configuration beyond its schema."""

from presend.rule import Rule

EXPIRED = Rule(
    "config.ignore.expired",
    "warning",
    "inferred",
    "An ignore has not expired; once it has, its rule is heard again.",
    "Fix the payloads and remove the entry, or give it a later `until`.",
)
NO_FILES = Rule(
    "config.check.no-files",
    "warning",
    "inferred",
    "A glob of the configuration matches a file.",
    "Fix the glob, or remove it.",
)

RULES = (EXPIRED, NO_FILES)
