"""Rules for a configuration that its schema cannot express."""

from presend.rule import Rule

EXPIRED = Rule(
    "config.ignore.expired",
    "warning",
    "inferred",
    "An ignore has not expired. After its date, presend reports the rule again.",
    "Fix the payloads and remove the entry, or set a later `until`.",
)
NO_FILES = Rule(
    "config.check.no-files",
    "warning",
    "inferred",
    "Each glob of the configuration matches a file.",
    "Fix the glob, or remove it.",
)

RULES = (EXPIRED, NO_FILES)
