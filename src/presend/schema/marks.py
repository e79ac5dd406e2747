"""The marks that codegen writes into effective schemas, and that presend reads there."""

from __future__ import annotations

SOURCE = "x-presend-source"  # where the schema stands in its spec
RULES = "x-presend-rules"  # keyword → id of the rule that it enforces
LIMITS = "x-presend-limits"  # limits of rules that travelled
HINTS = "x-presend-hints"  # keyword → a sentence that ends its message
EXPECTED = "x-presend-expected"  # keywords that are only expected of a response
KNOWN = "x-presend-known-values"  # values that an open enum suggests
RESIDUAL = "x-presend-residual"  # keywords that the generated type does not express
ENCODING = "x-presend-encoding"  # how a form writes the members
UNKNOWN_MEMBERS = "x-presend-unknown-members"  # whether the API accepts unknown members below
TYPE = "x-presend-type"  # what generated code imports for the schema
