"""A user's own rules: mistakes in them are reported, failures name the rule, and problems are listed."""

from __future__ import annotations

import importlib
import json
import logging
import pickle
import sys
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

import presend
from presend.cli.program import command
from presend.rule import RuleFault
from tests.made_packs import make_pack
from tests.specs import body, generate, spec

if TYPE_CHECKING:
    from pathlib import Path

ORDER: dict[str, Any] = {
    "type": "object",
    "required": ["sku"],
    "properties": {"sku": {"type": "string"}, "count": {"type": "integer"}, "tags": {"type": "object"}},
}
HEAD = """\
from presend.problems import Finding
from presend.rule import Rule, rule
def some(at="Order", id="shop.some", severity="error", basis="prose"):
    return rule(id, severity, basis, "A requirement.", "What to do.", at=at)
"""
WRITTEN = HEAD + "@some()\ndef requirement(order):\n    {}\n"
SLIPS = {  # rules.py, after its imports → message
    "x = 1": "expected a tuple RULES, such as RULES = (order_has_lines,), found none.",
    "RULES = None": "expected a tuple RULES",
    "RULES = (len,)": "expected rules in RULES, got builtin_function_or_method. Put @rule(…) of presend.rule before",
    "RULES = (some('Ordre')(len),)": "'shop.some' is at 'Ordre', and there is no schema 'Ordre'. Did you mean 'Order'?",
    "RULES = (some('Zebra')(len),)": "there is no schema 'Zebra'. Known are Order.",
    "RULES = (some('Order.kount')(len),)": "Order has no member 'kount' of its own. Did you mean 'count'?",
    "RULES = (some('Order.zebra')(len),)": "no member 'zebra' of its own. Known are sku, count, tags.",
    "RULES = (some(('Order', 'Order.'))(len),)": "'shop.some' is at 'Order.', and Order has no member ''",
    "RULES = (some('')(len),)": "'shop.some' is at '', and there is no schema ''",
    "RULES = (some(())(len),)": "rule 'shop.some' has no place. Give at='Schema' or at='Schema.member'.",
    "RULES = (some()(len), some('Order.sku')(len))": "rule 'shop.some' is defined twice. Change the id of one.",
    "RULES = (some(severity='eror')(len),)": "expected one of error, warning, note as severity, got 'eror'.",
    "RULES = (some(basis='hearsay')(len),)": "expected one of schema, prose, observed, inferred as basis",
    "RULES = (some(severity=None)(len),)": "expected one of error, warning, note as severity, got 'None'.",
    "RULES = (some(severity=['error'])(len),)": "expected one of error, warning, note as severity",
    "RULES = (some(id=['shop.some'])(len),)": "expected a str as id, got list.",
    "RULES = (some(id=b'shop.some')(len),)": "expected a str as id, got bytes.",
    "RULES = (some()(7),)": "rule 'shop.some': expected a function, got int.",
    "RULES = (some(7)(len),)": "rule 'shop.some': expected a str, or a tuple of them, as at, got int.",
    "RULES = (some((7,))(len),)": "rule 'shop.some': expected a str, or a tuple of them, as at, got tuple.",
    "RULES = (rule('shop.some', 'error', 'prose', None, 'H.', at='Order')(len),)": "a str as summary, got NoneType.",
    "RULES = (rule('shop.some', 'error', 'prose', 'S.', 7, at='Order')(len),)": "expected a str as fix, got int.",
    "RULES = (": "cannot be imported: SyntaxError",
    "import no_such_module": "cannot be imported: ModuleNotFoundError: No module named 'no_such_module'",
}
FAILURES = {  # the body of a rule → message
    "return order['n']": "KeyError in {}.rules:7.",
    "return None": "TypeError in {}.rules.",
    "yield 'bad'": "TypeError in {}.rules.",
    "yield Finding('{{param}} is bad', member='sku')": "TypeError in {}.rules.",
}
UNFIT = {  # the arguments of a finding → what was expected, as what, and what came
    "'x', member='sku'": ("a tuple of names and indices", "member", "str"),
    "'x', member=(1.5,)": ("a tuple of names and indices", "member", "tuple"),
    "'x', member=(True,)": ("a tuple of names and indices", "member", "tuple"),
    "'x', member=None": ("a tuple of names and indices", "member", "NoneType"),
    "'x', severity='eror'": ("error, warning, note or None", "severity", "another str"),
    "'x', severity='Error'": ("error, warning, note or None", "severity", "another str"),
    "'x', severity=''": ("error, warning, note or None", "severity", "another str"),
    "'x', severity=2": ("error, warning, note or None", "severity", "int"),
    "'x', severity=['error']": ("error, warning, note or None", "severity", "list"),
    "order": ("a str", "message", "dict"),
    "None": ("a str", "message", "NoneType"),
    "'x', 404": ("a str", "code", "int"),
    "'x', None": ("a str", "code", "NoneType"),
    "'x', rule=7": ("a str or None", "rule", "int"),
}
FAILURES |= {
    f"yield Finding({given})": f"TypeError in {{}}.rules. Expected {expected} as {name} of a Finding, got {got}."
    for given, (expected, name, got) in UNFIT.items()
}


def pack_with(rules: str, folder: Path) -> str:
    name = make_pack(folder, {"Order": ORDER})
    (folder / name / "rules.py").write_text(rules)
    importlib.invalidate_caches()
    return name


def invoke(*arguments: str) -> Result:
    result = CliRunner().invoke(command, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


@pytest.mark.parametrize("rules", SLIPS)
def test_a_mistake_in_a_rule_is_reported_by_every_function(rules: str, tmp_path: Path) -> None:
    name = pack_with(HEAD + rules, tmp_path)
    (tmp_path / "order.json").write_text("{}")
    for ask in (
        lambda: presend.rules(name),
        lambda: presend.check("Order", {}, pack=name),
        lambda: presend.is_valid("Order", {}, pack=name),
        lambda: presend.validate("Order", '{"sku": "x"}', pack=name),
    ):
        with pytest.raises(RuleFault) as caught:
            ask()
        assert str(caught.value).startswith(f"{name}.rules")
        assert SLIPS[rules] in str(caught.value)
        assert caught.value.rule == ("shop.some" if "rule 'shop.some'" in SLIPS[rules] else caught.value.rule)
    for arguments in (["rules"], ["explain", "schema.type"], ["check", "Order", str(tmp_path / "order.json")]):
        told = invoke(*arguments, "--pack", name)
        assert told.exit_code == 2
        assert SLIPS[rules] in told.stderr


def test_rules_that_fit_are_applied(tmp_path: Path) -> None:
    rules = (
        "RULES = [some('Order.sku')(lambda sku: [Finding('Invalid {param}: bad.')] if sku == 'x' else []),\n"
        "         some(('Order', 'Order.count'), 'shop.other', severity='note')(lambda _: ())]"
    )
    name = pack_with(HEAD + rules, tmp_path)
    (problem,) = presend.check("Order", {"sku": "x"}, pack=name)
    assert (problem.pointer, problem.rule, problem.message) == ("/sku", "shop.some", "Invalid 'sku': bad.")
    assert presend.is_valid("Order", {"sku": "y"}, pack=name)


@pytest.mark.parametrize("code", FAILURES)
def test_a_rule_that_fails_is_named(code: str, tmp_path: Path) -> None:
    secret = "sk-very-secret"
    name = pack_with(WRITTEN.format(code) + "RULES = (requirement,)\n", tmp_path)
    wanted = f"Rule 'shop.some' failed: {FAILURES[code].format(name)}"
    model = importlib.import_module(f"{name}.models").Order
    for ask in (
        lambda: presend.check("Order", {"sku": secret}, pack=name),
        lambda: presend.is_valid("Order", json.dumps({"sku": secret}), pack=name),
        lambda: presend.validate("Order", {"sku": secret}, pack=name),
        lambda: model(sku=secret),
    ):
        with pytest.raises(RuleFault) as caught:
            ask()
        assert str(caught.value).startswith(wanted.removesuffix("."))
        assert caught.value.rule == "shop.some"
        assert caught.value.__cause__ is not None
        assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
    (tmp_path / "a.json").write_text(json.dumps({"sku": secret}))
    (tmp_path / "b.jsonl").write_text('{"sku": "x"}\n{"sku": "x"}\n')
    (tmp_path / "c.json").write_text('{"sku": 1')
    files = [str(tmp_path / file) for file in ("a.json", "b.jsonl", "c.json")]
    told = invoke("check", "Order", *files, "--pack", name)
    assert told.exit_code == 2
    assert "c.json:1:10: error: " in told.stdout
    assert told.stdout.splitlines()[-1] == "1 error in 1 of 3 files; 2 files not checked"
    lines = told.stderr.splitlines()
    assert [line.partition(": Rule ")[0] for line in lines] == [f"presend: cannot check {file}" for file in files[:2]]
    assert all(f"Rule 'shop.some' failed: {FAILURES[code].format(name)}".removesuffix(".") in line for line in lines)
    assert secret not in told.output


def test_what_is_nested_too_deep_is_no_fault_of_a_rule(tmp_path: Path) -> None:
    rules = WRITTEN.format("raise RecursionError") + "RULES = (requirement,)\n"
    (problem,) = presend.check("Order", {"sku": "x"}, pack=pack_with(rules, tmp_path))
    assert problem.rule == "json.too-deep"


def test_a_gate_names_the_rule_that_failed_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    paths = {"/orders": {"post": {"requestBody": body({"$ref": "#/components/schemas/Order"})}}}
    _, name = generate(spec({"Order": ORDER}, paths), tmp_path)
    (tmp_path / "packs" / name / "rules.py").write_text(WRITTEN.format("return order['n']") + "RULES = (requirement,)")
    gate = presend.Gate(pack=name)
    operation = gate.operation("POST", "/orders")
    assert operation is not None
    with caplog.at_level(logging.ERROR):
        for _ in range(2):
            assert gate.examine(operation, {}, b'{"sku": "x"}') is None
    (record,) = caplog.records
    assert "Rule 'shop.some' failed: KeyError in" in record.getMessage()
    assert gate.counts["failed"] == 2


LIMITS = """\
overlay: 1.1.0
info: {title: Limits, version: '1'}
actions:
- target: $.components.schemas.Order.properties.tags
  description: |
    An order has at most
    one tag.
  x-presend-rule: shop.tags
  update: {maxProperties: 1, minProperties: 1}
- target: $.components.schemas.Order
  x-presend-rule: shop.count
  update: {properties: {count: {maximum: 9}, sku: {maxLength: 9, description: A number.}}}
- target: $.components.schemas.Order.properties.sku
  x-presend-rule: shop.words
  update: {minLength: 1}
- target: $.components.schemas.Order.properties.sku
  x-presend-rule: shop.silent
  update: {example: x}
"""
WORDS = """\
from presend.rule import Rule
RULES = (Rule("shop.words", "error", "prose", "A sku has a letter.", "Write one.", at=("Order.sku",)),)
"""


def test_a_rule_that_an_overlay_names_is_listed_explained_and_switched(tmp_path: Path) -> None:
    (tmp_path / "limits.yaml").write_text(LIMITS)
    _, name = generate(spec({"Order": ORDER}), tmp_path, "--overlay", str(tmp_path / "limits.yaml"))
    (tmp_path / "packs" / name / "rules.py").write_text(WORDS)
    own = {rule.id: rule for rule in presend.rules(name) if rule.id.startswith("shop.")}
    assert {key: (rule.summary, rule.at) for key, rule in own.items()} == {
        "shop.tags": ("An order has at most one tag.", ("Order.tags",)),
        "shop.count": (
            "A string has at most `maxLength` code points. A number is not above its maximum.",
            ("Order.sku", "Order.count"),
        ),
        "shop.words": ("A sku has a letter.", ("Order.sku",)),
    }
    assert own["shop.words"].fix == "Write one."
    payload = {"sku": "", "count": 10, "tags": {}}
    assert {problem.rule for problem in presend.check("Order", payload, pack=name)} == own.keys()
    assert presend.check("Order", payload, pack=name, ignore=[*own]) == ()
    (tmp_path / "order.json").write_text(json.dumps(payload))
    order = ["check", "Order", str(tmp_path / "order.json"), "--pack", name]
    assert invoke(*order, *(f"--ignore={key}" for key in own)).stdout == "ok\n"
    report = json.loads(invoke(*order, "--format", "sarif").stdout)
    told = {rule["id"]: rule["shortDescription"]["text"] for rule in report["runs"][0]["tool"]["driver"]["rules"]}
    assert told == {key: rule.summary for key, rule in own.items()}
    for key, rule in own.items():
        explained = invoke("explain", key, "--pack", name)
        assert explained.exit_code == 0
        for line in (
            rule.summary,
            "Checked on: Order",
            f"presend check --ignore {key} TARGET FILE --pack {name}",
            f'presend.check(target, payload, pack="{name}", ignore=["{key}"])',
        ):
            assert line in explained.stdout


@pytest.mark.parametrize("options", [[], ["--check"]])
def test_generate_holds_the_rules_against_the_schemas(options: list[str], tmp_path: Path) -> None:
    (tmp_path / "spec.json").write_text(json.dumps(spec({"Order": ORDER})))
    arguments = ["generate", str(tmp_path / "spec.json"), "--all", "--out", str(tmp_path / f"fit_{len(options)}")]
    assert invoke(*arguments).exit_code == 0
    rules = tmp_path / f"fit_{len(options)}" / "rules.py"
    for number, (code, exit_code, told) in enumerate(
        [
            ("RULES = (some('Order.count')(len),)", 0, ""),
            (
                "RULES = (some('Order.kount')(len),)",
                1,
                f"presend: fit_{len(options)}.rules: rule 'shop.some' is at 'Order.kount'",
            ),
            ("import no_such_module", 0, "warning: "),
        ]
    ):
        rules.write_text(HEAD + code + "\n" * number)
        sys.modules.pop(f"fit_{len(options)}.rules", None)
        done = invoke(*arguments, *options)
        assert (done.exit_code, done.stderr[: len(told)]) == (exit_code, told)
        assert "is up to date" in done.stdout
        assert str(tmp_path) not in sys.path


PLACES: dict[str, Any] = {"Text": "x", "Whole": 1, "Map": {"a": 1}, "Texts": ["x"], "Known": "a"}


@pytest.mark.parametrize("place", PLACES)
def test_a_rule_at_a_type_that_is_no_class_is_heard_by_all(place: str, tmp_path: Path) -> None:
    types = {
        "Text": {"type": "string"},
        "Whole": {"type": "integer"},
        "Map": {"type": "object"},
        "Texts": {"type": "array", "items": {"type": "string"}},
        "Known": {"type": "string", "enum": ["a", "b"]},
    }
    members = {name: {"$ref": f"#/components/schemas/{name}"} for name in types}
    _, pack = generate(spec({**types, "Order": {"type": "object", "properties": members}}), tmp_path)
    text = f"{HEAD}@some(at={place!r})\ndef requirement(value):\n    yield Finding('bad')\nRULES = (requirement,)\n"
    (tmp_path / "packs" / pack / "rules.py").write_text(text, "utf-8")
    for target, payload in (("Order", {place: PLACES[place]}), (place, PLACES[place])):
        givens: list[Any] = [json.dumps(payload), *([payload] if isinstance(payload, dict) else [])]
        for given in givens:
            assert [problem.rule for problem in presend.check(target, given, pack=pack)] == ["shop.some"]
            assert not presend.is_valid(target, given, pack=pack)
            with pytest.raises(presend.InvalidPayload):
                presend.validate(target, given, pack=pack)
    assert presend.is_valid("Order", {}, pack=pack)


def test_a_rule_of_a_user_s_own_is_never_taken_for_settled(tmp_path: Path) -> None:
    """It may read anything, such as a list of products that changes."""
    order = {**ORDER, "properties": {**ORDER["properties"], "more": {"type": "object"}}}
    cart = {"type": "object", "properties": {"orders": {"type": "array", "items": {"$ref": "#/$defs/Order"}}}}
    name = make_pack(tmp_path, {"Cart": {**cart, "$defs": {"Order": order}}})
    rules = """GONE = set()
@some("CartOrder")
def in_stock(order):
    if order["sku"] in GONE:
        yield Finding("Gone: {param}.")
RULES = (in_stock,)
"""
    (tmp_path / name / "rules.py").write_text(HEAD + rules)
    importlib.invalidate_caches()
    payload = {"orders": [{"sku": "a"}, {"sku": "b"}]}
    for _ in range(3):
        assert presend.check("Cart", payload, pack=name) == ()
    importlib.import_module(f"{name}.rules").GONE.add("b")
    assert [problem.pointer for problem in presend.check("Cart", payload, pack=name)] == ["/orders/1"]
