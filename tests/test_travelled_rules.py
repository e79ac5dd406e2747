"""Rules of built-in packs in another pack are loaded topic by topic, and are the same as if all were loaded."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from presend.packs.find import find_pack
from presend.packs.pack import Pack
from presend.packs.rules import rules_at
from tests.specs import public_pack

CODE = """
import sys

import presend

sys.path.insert(0, "")
presend.check("CreateChatCompletionRequest", {"model": "m", "messages": []}, pack=sys.argv[1])
print([name for name in sys.modules if name.startswith("presend.openai.today.rules.")])
"""


def test_each_schema_has_the_rules_that_look_at_it() -> None:
    pack = find_pack(public_pack("openai_azure"))
    found = {schema: sorted(rule.id for rule in rules_at(pack.rules)(schema)) for schema in pack.schemas}
    looking = defaultdict(list)
    for rule in pack.rules.values():
        for schema in rule.targets:
            looking[schema].append(rule.id)
    assert found == {schema: sorted(looking[schema]) for schema in pack.schemas}
    assert sum(map(len, found.values())) > 50


def test_a_rule_is_the_same_alone_and_among_all() -> None:
    rules = Pack(public_pack("openai_azure")).rules
    ids = [*find_pack("openai_azure").rules]
    alone = {rule: (rules[rule].at, rules[rule].severity, rules[rule].summary) for rule in ids}
    assert alone == {rule: (one.at, one.severity, one.summary) for rule, one in rules.items()}
    assert "no.such.rule" not in rules


def test_a_payload_imports_the_topics_that_it_meets() -> None:
    name = public_pack("openai_azure")
    find_pack(name)
    folder = Path(str(sys.modules[name].__file__)).parents[1]
    done = subprocess.run([sys.executable, "-c", CODE, name], cwd=folder, capture_output=True, text=True, check=True)
    topics = json.loads(done.stdout.replace("'", '"'))
    assert topics
    assert "presend.openai.today.rules.images" not in topics
