"""A hostile spec becomes a harmless pack, or is refused with a clear error and nothing is written."""

from __future__ import annotations

import ast
import http.server
import importlib
import json
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import presend
from presend.packs.find import find_pack
from tests import forked
from tests.specs import body, generate, import_from, spec

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator

REF = "#/components/schemas/"
TEXT = {"type": "string"}
BREAKOUTS = [  # what would become code, or end a string, if it were pasted into a source file
    '"""\nimport os\nos.abort()\n"""',
    "'''\nimport os\nos.abort()\n'''",
    "\\",
    '\\"""',
    "ends with a backslash\\",
    'ends with a quote"',
    "{__import__('os').abort()}",
    "{{ ''.__class__.__mro__ }}{% for x in (1,) %}{% endfor %}{# #}",
    "%(x)s %s \x00 \x1b[31m \r\n \u2028 \u202e \ufeff",
    '"]\nimport os; os.abort()\n["',
    "'] | __import__('os').abort() | L['",
    "# type: ignore\n# noqa",
    "\\N{BULLET} \\x00 \\u0000 \\777",
    "Zc000000Z Zm000000Z 'Zv000000Z' \"Zh0\" ZZc000001Z",
    "😀é\u0301日本",
]
RUNS = {ast.Call, ast.Import, ast.ImportFrom}
KNOWN_CALLS = {"TypeAliasType", "Field", "ConfigDict", "StringConstraints", "Exact", "lazily"}


def obj(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def require_harmless(pack: str) -> None:
    """Require that each file of a pack only imports, defines, and calls constructors of types."""
    folder = Path(str(importlib.import_module(pack).__file__)).parent
    for file in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                assert isinstance(node.func, ast.Name)
                assert node.func.id in KNOWN_CALLS
            if isinstance(node, ast.ImportFrom):
                home = node.module or ""
                known = home in (
                    "__future__",
                    "typing",
                    "typing_extensions",
                    "pydantic",
                    "presend.model",
                    "presend.packs.lazily",
                )
                assert known or node.level == 1
            assert not isinstance(node, ast.Import | ast.Lambda | ast.FunctionDef | ast.JoinedStr | ast.Attribute)
    models = importlib.import_module(f"{pack}.models")
    for name in presend.schemas(pack):
        assert getattr(models, name)
        find_pack(pack).node(name)


@pytest.mark.parametrize("text", BREAKOUTS)
def test_words_never_become_code(text: str, tmp_path: Path) -> None:
    holder: dict[str, Any] = {
        "type": "object",
        "title": text,
        "description": text,
        "default": {text: text},
        "example": text,
        "required": [text],
        "properties": {
            text: {"type": "string", "description": text, "default": text, "enum": [text, "x"], "title": text},
            f"{text} const": {"const": text},
            f"{text} map": {"type": "object", "additionalProperties": {"enum": [text]}, "x-evil": text},
            f"{text} inline": {"type": "object", "description": text, "properties": {text: {"type": "string"}}},
        },
    }
    tag = {"type": "object", "required": ["kind"], "properties": {"kind": {"const": text}}}
    other = {"type": "object", "required": ["kind"], "properties": {"kind": {"const": f"{text}2"}}}
    union = {"oneOf": [tag, other], "discriminator": {"propertyName": "kind", "mapping": {text: text}}}
    document = spec({text: holder, "Union": union, "Ref": {"$ref": f"{REF}Union", "description": text}})
    document["info"] = {"title": text, "version": text}
    operation = {"operationId": text, "summary": text, "description": text, "requestBody": body(holder, text)}
    document["paths"] = {f"/{text}": {"post": operation}}
    result, pack = generate(document, tmp_path)
    assert result.exit_code == 0, result.output
    require_harmless(pack)
    assert presend.is_valid(text, {text: text}, pack=pack)
    assert not presend.is_valid(text, {text: "y"}, pack=pack)
    assert presend.is_valid("Union", {"kind": text}, pack=pack)


@pytest.mark.parametrize("pattern", ["^[a-z]+'$", '"""', "\\\\", "\\d{2}'\"", "(?i)x", "\n", "^\\S+$", "'{0}'"])
def test_patterns_never_become_code(pattern: str, tmp_path: Path) -> None:
    result, pack = generate(spec({"A": obj(a={"type": "string", "pattern": pattern})}), tmp_path)
    if result.exit_code:
        require_refused(result.output, tmp_path, pack)
    else:
        require_harmless(pack)


def require_refused(output: str, folder: Path, pack: str) -> None:
    assert "Error: " in output
    assert "Traceback" not in output
    assert len(output) < 3_000
    assert not (folder / "packs" / pack).exists()
    assert not [*(folder / "packs").glob(".*")] if (folder / "packs").exists() else True


PLACES = [
    "../../x",
    "/etc/passwd",
    "..",
    ".",
    "a/b",
    "con",
    "NUL",
    "aux.py",
    "models",
    "__init__",
    "rules",
    "x" * 5_000,
]
PLACES += ["a\x00b", "-rf", "~", "$HOME", "%2e%2e", "C:\\x", "schemas.json", "__pycache__", "\u202ex", "COM1", "lpt9 "]


@pytest.mark.parametrize("many", [False, True])
def test_names_never_lead_out_of_the_folder(many: bool, tmp_path: Path) -> None:
    schemas = {name: obj(a=TEXT, b={"$ref": REF + name.replace("~", "~0").replace("/", "~1")}) for name in PLACES}
    schemas = {name: obj(a=TEXT) if "%" in name else schema for name, schema in schemas.items()}
    schemas |= {f"Filler{chr(65 + n // 26)}{chr(65 + n % 26)}": TEXT for n in range(100 if many else 0)}
    work = tmp_path / "inner" / "most"
    work.mkdir(parents=True)
    before = {path for path in tmp_path.rglob("*") if work not in path.parents}
    result, pack = generate(spec(schemas), work)
    assert result.exit_code == 0, result.output
    assert {path for path in tmp_path.rglob("*") if work not in path.parents} == before
    written = [path for path in (work / "packs" / pack).rglob("*") if path.is_file()]
    assert {path.parent.name for path in written} <= {pack, "models", "__pycache__"}
    stems = [path.stem for path in written if path.parent.name == "models" and path.suffix == ".py"]
    assert len(stems) == len({stem.casefold() for stem in stems})  # for file systems that know no case
    assert all(stem.startswith("_") and stem.isidentifier() for stem in stems)  # so none is `con` or `nul`
    require_harmless(pack)


def test_names_that_differ_in_case_alone_share_no_file(tmp_path: Path) -> None:
    fillers = {f"Filler{chr(65 + n // 26)}{chr(65 + n % 26)}": TEXT for n in range(100)}
    names = ["fooBar", "FooBar", "foobar", "FOOBAR", "foo_bar", "Foo_Bar"]
    result, pack = generate(spec({name: obj(a={"const": name}) for name in names} | fillers), tmp_path)
    assert result.exit_code == 0, result.output
    stems = [path.stem for path in (tmp_path / "packs" / pack / "models").glob("*.py")]
    assert len(stems) == len({stem.casefold() for stem in stems})
    for name in names:
        assert presend.is_valid(name, {"a": name}, pack=pack)
        assert not presend.is_valid(name, {"a": "x"}, pack=pack)


OWN = [
    "Any",
    "Literal",
    "Model",
    "BaseModel",
    "Annotated",
    "Field",
    "TypeAliasType",
    "Omittable",
    "JsonObject",
    "Exact",
]
OWN += ["str", "int", "list", "dict", "object", "type", "None", "True", "class", "import", "self", "__init__", "print"]
OWN += ["ConfigDict", "FileContent", "StringConstraints", "annotations", "TYPE_CHECKING", "_HOMES", "__getattr__"]
OWN += ["model_validate", "copy", "json", "model_config", "model_fields", "__class__", "__dict__", "validate", "schema"]


@pytest.mark.parametrize("fillers", [0, 100])
def test_names_that_python_or_the_code_needs_shadow_nothing(fillers: int, tmp_path: Path) -> None:
    members = {name: {"type": "integer"} for name in OWN}
    schemas: dict[str, Any] = {name: obj(**members, ref={"$ref": REF + name}) for name in OWN}
    schemas |= {f"Filler{chr(65 + n // 26)}{chr(65 + n % 26)}": TEXT for n in range(fillers)}
    result, pack = generate(spec(schemas), tmp_path)
    assert result.exit_code == 0, result.output
    require_harmless(pack)
    for name in OWN:
        payload = {member: number for number, member in enumerate(OWN)}
        model = presend.validate(name, {**payload, "ref": payload}, pack=pack)
        assert model.model_dump(exclude_unset=True) == {**payload, "ref": payload}
        assert not presend.is_valid(name, {"ref": {name: "x"}}, pack=pack)


def deep(levels: int, inner: str = "{}") -> str:
    return '{"items": ' * levels + inner + "}" * levels


LAUGHS = "\n".join(
    ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
)
HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n"
REFUSED: dict[str, str | dict[str, Any]] = {
    "a $ref to a file": spec({"A": {"$ref": "file:///etc/passwd"}}),
    "a $ref to a path": spec({"A": {"$ref": "../../etc/passwd"}}),
    "a $ref to a path with a fragment": spec({"A": {"$ref": "other.yaml#/components/schemas/A"}}),
    "a $ref to an address": spec({"A": {"$ref": "http://127.0.0.1:9/x.json#/a"}}),
    "a $ref to an https address": spec({"A": {"$ref": "https://127.0.0.1:9/x.json"}}),
    "a $ref to nothing": spec({"A": {"$ref": f"{REF}B"}}),
    "a $ref to what is no schema": spec({"A": {"$ref": "#/info/title"}}),
    "a $ref that is no text": spec({"A": {"$ref": ["#"]}}),
    "a $ref to itself": spec({"A": {"$ref": f"{REF}A"}}),
    "$refs in a circle": spec({"A": {"$ref": f"{REF}B"}, "B": {"allOf": [{"$ref": f"{REF}A"}]}}),
    "a union of itself": spec({"A": {"anyOf": [{"$ref": f"{REF}A"}, TEXT]}}),
    "a request body that refers to itself": spec(
        {}, {"/a": {"post": {"requestBody": {"$ref": "#/paths/~1a/post/requestBody"}}}}
    ),
    "a path that refers to a file": spec({"A": TEXT}, {"/a": {"$ref": "file:///etc/passwd"}}),
    "a billion laughs": f"{HEAD}components: {{schemas: {{A: {{enum: *a9}}}}}}\n".replace("paths:", f"{LAUGHS}\npaths:"),
    "an alias of what is not finished": f"{HEAD}components: &c {{schemas: *c}}\n",
    "a tag that would make an object": f"{HEAD}components: !!python/object/apply:os.system [id]\n",
    "a merge key": f"{HEAD}components: {{schemas: {{A: {{<<: {{type: string}}}}}}}}\n",
    "two documents": f"{HEAD}---\n{HEAD}",
    "a key twice": f"{HEAD}paths: {{}}\n",
    "YAML nested too deeply": f"{HEAD}components: {{schemas: {{A: {deep(600)}}}}}\n",
    "YAML nested far too deeply": f"{HEAD}components: {'[' * 100_000}\n",
    "an integer without an end": f"{HEAD}components: {{schemas: {{A: {{maximum: {'9' * 5_000}}}}}}}\n",
    "a number beyond a double": f"{HEAD}components: {{schemas: {{A: {{maximum: 1e999}}}}}}\n",
    "not a number": f"{HEAD}components: {{schemas: {{A: {{maximum: .nan}}}}}}\n",
    "half a character": HEAD + 'components: {schemas: {A: {const: "\\ud800"}}}\n',
    "no OpenAPI": {"swagger": "2.0", "paths": {}},
    "OpenAPI of the future": {"openapi": "4.0.0", "paths": {}},
    "a version that is a mapping": {"openapi": {"a": "3."}, "paths": {}},
    "an empty document": "",
    "a list": "- a\n",
    "binary": "\x01\x02",
    "components that are a list": {"openapi": "3.1.0", "paths": {}, "components": []},
    "schemas that are texts": spec({"A": "string"}),
    "a path that is a text": spec({"A": TEXT}, {"/a": "x"}),
    "an operation that is a list": spec({"A": TEXT}, {"/a": {"post": []}}),
    "responses that are a list": spec({"A": TEXT}, {"/a": {"post": {"responses": []}}}),
    "content that is a text": spec({"A": TEXT}, {"/a": {"post": {"requestBody": {"content": "x"}}}}),
    "a type that is a mapping": spec({"A": {"type": {"a": 1}}}),
    "properties that are a list": spec({"A": {"type": "object", "properties": ["a"]}}),
    "required that is a text": spec({"A": {"type": "object", "required": "abc"}}),
    "an enum that is a mapping": spec({"A": {"enum": {"a": 1}}}),
    "a minimum that is code": spec({"A": {"type": "integer", "minimum": "__import__('os').abort()"}}),
    "a pattern that is none": spec({"A": {"type": "string", "pattern": "("}}),
    "a pattern without an end": spec({"A": {"type": "string", "pattern": "a{1,4000000000}"}}),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_spec_is_refused_and_nothing_is_written(name: str, tmp_path: Path) -> None:
    result, pack = generate(REFUSED[name], tmp_path)
    assert result.exit_code == 2, result.output
    require_refused(result.output, tmp_path, pack)
    assert "root:" not in result.output


@pytest.mark.parametrize(
    "text", ['{"a": ' * 100_000, "[" * 10_000 + "]" * 10_000, '{"openapi": 1, "openapi": 2}', "{", "NaN"]
)
def test_a_hostile_json_file_is_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / "spec.json"
    file.write_text(text)
    done = in_a_process(tmp_path, str(file), "--all", "--out", str(tmp_path / "out"))
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def in_a_process(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `presend generate` with 1.5 GB of memory and a minute."""
    return forked.run("generate", *arguments, folder=folder, memory=1_500_000_000, environment=environment)


def word(number: int) -> str:
    """Return a name that holds no digit."""
    return "S" + "".join(chr(97 + number // 26**place % 26) for place in (2, 1, 0))


HEAVY: dict[str, str | dict[str, Any]] = {
    "a billion laughs in schemas": f"{HEAD}{LAUGHS}\ncomponents: {{schemas: {{A: {{enum: *a9}}}}}}\n",
    "a wide union": spec({"A": {"anyOf": [obj(**{f"p{n}": TEXT}) for n in range(1_000)]}}),
    "a long chain of references": spec(
        {word(n): obj(a={"$ref": REF + word(n + 1)}) if n < 799 else TEXT for n in range(800)}
    ),
    "a cycle through everything": spec(
        {word(n): obj(**{f"m{k}": {"$ref": REF + word(k)} for k in range(60)}) for n in range(60)}
    ),
    "allOf of allOf of allOf": spec(
        {word(n): {"allOf": [{"$ref": REF + word(n + 1)}] * 2} if n < 24 else obj(a=TEXT) for n in range(25)}
    ),
    "a wide enum": spec({"A": {"type": "string", "enum": [f"v{n}" for n in range(50_000)]}}),
    "a long text": spec({"A": {"type": "string", "description": "x" * 2_000_000, "title": " " * 1_000_000}}),
    "a long name": spec({"A" * 100_000: TEXT}),
    "a pattern that takes exponential time": spec({"A": {"type": "string", "pattern": "^(a+)+$"}}),
    "a version with a million digits": {**spec({"A": TEXT}), "info": {"title": "T", "version": "9" * 1_000_000}},
}  # fmt: skip


@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_spec_costs_bounded_time_and_memory(name: str, tmp_path: Path) -> None:
    text = HEAVY[name] if isinstance(HEAVY[name], str) else json.dumps(HEAVY[name])
    (tmp_path / "spec").write_text(str(text), "utf-8")
    done = in_a_process(tmp_path, "spec", "--all", "--out", str(tmp_path / "heavy_pack"))
    assert done.returncode in (0, 2), done.stderr[-2_000:]
    assert "Traceback" not in done.stderr
    assert (tmp_path / "heavy_pack").exists() == (done.returncode == 0)


def test_a_pattern_that_takes_exponential_time_hangs_no_check(tmp_path: Path) -> None:
    result, pack = generate(spec({"A": {"type": "string", "pattern": "^(a+)+$"}}), tmp_path)
    assert result.exit_code == 0, result.output
    assert not presend.is_valid("A", json.dumps("a" * 40 + "b"), pack=pack)
    assert presend.check("A", json.dumps("a" * 40 + "b"), pack=pack)


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """Run a server on loopback that tells what was asked of it."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *_: object) -> None:
            return

    running = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=running.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}", asked
    running.shutdown()
    thread.join()
    running.server_close()


def test_nothing_is_fetched_that_was_not_named(server: tuple[str, list[str]], tmp_path: Path) -> None:
    address, asked = server
    places = {
        "externalDocs": {"url": f"{address}/docs"},
        "servers": [{"url": f"{address}/server"}],
        "$schema": f"{address}/schema",
        "x-extends": f"{address}/extends",
    }
    schemas = {
        "A": {
            "type": "string",
            "externalDocs": {"url": f"{address}/a"},
            "default": {"$ref": f"{address}/default"},
            "example": {"$ref": f"{address}/example"},
            "enum": [{"$ref": f"{address}/enum"}],
            "x-file": {"$ref": f"{address}/x"},
        }
    }
    result, _ = generate({**spec(schemas), **places}, tmp_path)
    assert result.exit_code == 0, result.output
    result, pack = generate(spec({"A": {"$ref": f"{address}/a.json"}}), tmp_path)
    require_refused(result.output, tmp_path, pack)
    assert asked == []


@pytest.mark.parametrize("scheme", ["http", "file", "ftp", "data", "javascript"])
def test_only_https_addresses_are_fetched(scheme: str, server: tuple[str, list[str]], tmp_path: Path) -> None:
    address, asked = server
    named = address if scheme == "http" else f"{scheme}://{tmp_path}/spec.yaml"
    done = in_a_process(tmp_path, named, "--out", "out", "--all")
    assert done.returncode == 2
    assert "https://" in done.stderr
    assert asked == []


def test_a_failed_run_leaves_the_old_pack_whole(tmp_path: Path) -> None:
    good = spec({"A": {"type": "string"}})
    result, pack = generate(good, tmp_path)
    assert result.exit_code == 0, result.output
    folder = tmp_path / "packs" / pack
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    result, _ = generate(spec({"A": {"type": "string", "pattern": "("}}), tmp_path, name=pack)
    assert result.exit_code == 2
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert [path.name for path in folder.parent.iterdir()] == [pack]


def test_a_folder_that_is_no_pack_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "packs" / "precious"
    folder.mkdir(parents=True)
    (folder / "thesis.txt").write_text("years of work")
    result, _ = generate(spec({"A": TEXT}), tmp_path, name="precious")
    assert result.exit_code == 2
    assert "other files" in result.output
    assert [path.name for path in folder.iterdir()] == ["thesis.txt"]


def test_a_pack_keeps_what_a_person_added(tmp_path: Path) -> None:
    _, pack = generate(spec({"A": TEXT, "B": TEXT}), tmp_path)
    folder = tmp_path / "packs" / pack
    (folder / "rules.py").write_text("RULES = ()\n")
    result, _ = generate(spec({"A": TEXT}), tmp_path, name=pack)
    assert result.exit_code == 0, result.output
    assert (folder / "rules.py").exists()
    assert "class B" not in (folder / "models.py").read_text()
    import_from(folder.parent)
