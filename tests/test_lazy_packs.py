"""Using a part of a big pack loads only this part, in any thread."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import presend.openai
from presend.packs.find import find_pack
from presend.packs.schema_texts import Schemas
from presend.schema.compiler import Compiler
from presend.schema.nodes import Node
from presend.schema.unmade import Unmade
from tests.specs import public_pack

ROOT = Path(__file__).parent.parent
PACK = "openai_official"


def in_a_process(code: str) -> Any:
    """Run code that prints JSON, with the pack ready to be imported."""
    public_pack(PACK)
    folder = next(path for path in sys.path if (Path(path) / PACK / "operations.json").is_file())
    start = f"import json, sys; sys.path[:0] = [{str(ROOT)!r}, {folder!r}]\n"
    done = subprocess.run([sys.executable, "-c", start + code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


LOADED = f"print(json.dumps([name for name in sys.modules if name.startswith('{PACK}.models._')]))"


def test_importing_a_model_imports_what_it_reaches() -> None:
    loaded = in_a_process(f"from {PACK}.models import CreateModerationRequest\n{LOADED}")
    assert loaded == [f"{PACK}.models._create_moderation_request"]
    assert in_a_process(f"import {PACK}.models\n{LOADED}") == []


def test_the_first_check_parses_and_compiles_what_it_reaches() -> None:
    code = f"""
import presend
presend.check("POST /moderations", '{{"input": "x"}}', pack="{PACK}")
found = presend.packs.find.find_pack("{PACK}")
loaded = [name for name in ("pydantic", "msgspec", "{PACK}.models") if name in sys.modules]
print(json.dumps([len(found.schemas), len(found.schemas._parsed), loaded]))
"""
    known, parsed, loaded = in_a_process(code)
    assert known > 1_000
    assert parsed < 12
    assert loaded == []


def test_a_check_makes_the_nodes_that_the_payload_meets() -> None:
    code = f"""
import gc, presend
from presend.schema.nodes import Node
from presend.schema.unmade import Unmade
presend.check("CreateResponse", '{{"model": "gpt-4o", "input": "x"}}', pack="{PACK}")
made = sum(type(it) is Node for it in gc.get_objects())
reached = presend.packs.find.find_pack("{PACK}").node("CreateResponse").reached
print(json.dumps([made, len(reached), sum(type(it) is Unmade for it in reached)]))
"""
    made, reached, left = in_a_process(code)
    assert (reached > 800, left) == (True, 0)
    assert 0 < made < reached / 5


@pytest.mark.parametrize("pack", ["presend.openai", "presend.openai.today"])
def test_the_types_of_a_node_are_known_before_it_is_made(pack: str) -> None:
    schemas = find_pack(pack).schemas
    told, compiler = Compiler(schemas), Compiler(schemas)
    for name in schemas:
        made = compiler.named(name)
        made.properties.keys()  # asks something else of it first
        assert type(made) is Node
        assert told.named(name).kinds == made.kinds, name
        assert type(told.named(name)) is Unmade


def test_threads_that_start_at_once_get_one_answer() -> None:
    code = f"""
import sys, threading, presend
sys.setswitchinterval(1e-6)
targets = ["CreateResponse", "CreateChatCompletionRequest", "CreateModerationRequest", "CreateRunRequest"] * 4
start, answers = threading.Barrier(len(targets)), []
def work(target, number):
    start.wait()
    from {PACK} import models
    model = getattr(models, target)
    checked = [problem.rule for problem in presend.check(target, {{"metadata": 1}}, pack="{PACK}")]
    valid = presend.is_valid(target, {{"metadata": 1}}, pack="{PACK}")
    try:
        model.model_validate({{"metadata": 1}})
        direct = "valid"
    except Exception as error:
        direct = type(error).__name__
    answers.append([target, checked, valid, direct, id(model)])
threads = [threading.Thread(target=work, args=(target, number)) for number, target in enumerate(targets)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(json.dumps(sorted(answers)))
"""
    answers = in_a_process(code)
    assert len(answers) == 16
    for target in {answer[0] for answer in answers}:
        same = [answer for answer in answers if answer[0] == target]
        assert all(answer == same[0] for answer in same)
        assert same[0][2:4] == [False, "ValidationError"] or target == "CreateModerationRequest"


def test_schemas_are_found_in_text_however_it_is_laid_out() -> None:
    whole = json.loads(Path(presend.openai.__file__).with_name("schemas.json").read_text("utf-8"))
    for indent in (None, 1, 2):
        for ascii_only in (True, False):
            text = json.dumps(whole, indent=indent, ensure_ascii=ascii_only).encode()
            assert dict(Schemas(text)) == whole["$defs"]
    odd = {'a"b': {}, "": {"type": "object"}, "line\nbreak": {}, '  "x": ': {"enum": ['\n  "y": {}']}, "é😀": {}}
    text = json.dumps({"$schema": "x", "$comment": "y", "$defs": odd}, indent=1, ensure_ascii=False).encode()
    assert dict(Schemas(text)) == odd
    assert list(Schemas(text)) == list(odd)


def test_a_pack_is_found_by_its_entry_point(tmp_path: Path, monkeypatch: Any) -> None:
    public_pack(PACK)
    folder = tmp_path / "named-1.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: named\nVersion: 1\n")
    (folder / "entry_points.txt").write_text(f"[presend.packs]\nwhole-openai = {PACK}\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert find_pack("whole-openai").name == PACK
    assert presend.is_valid("POST /moderations", {"input": "x"}, pack="whole-openai")


@pytest.mark.parametrize("name", ["presend.openai", "presend.openai.today", PACK])
def test_a_pack_lists_its_recursive_schemas(name: str) -> None:
    if name == PACK:
        public_pack(PACK)
    pack = find_pack(name)
    assert pack.recursive is not None
    recursive = {schema for schema in pack.schemas if pack.node(schema).holds_itself}
    assert recursive == pack.recursive
