"""Sessions for work that needs its own environment, takes long, or depends on the machine.

`make NAME` runs the session of that name, after making nox and .venv. Variables follow the name, as in
`make fuzz COUNT=1000`. `build/nox/bin/nox --list` describes the options of each session; CONTRIBUTING.md says when to
run which.
"""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

import nox

nox.options.sessions = ["test-lowest", "test-newest", "test-pythons"]
nox.options.default_venv_backend = "venv"
nox.options.reuse_venv = "yes"
nox.options.envdir = "build/environments"

UV = Path(sys.executable).with_name("uv")  # installed beside nox
PYPROJECT = nox.project.load_toml("pyproject.toml")
DEVELOPMENT = ".venv/bin/python"  # of `make setup`, for sessions that need nothing else
OLDEST = "3.11"  # pyproject.toml's requires-python
PYTHONS = (OLDEST, "3.12", "3.13", "3.14")
SDKS = {  # openai's version → the extras that send for it
    "1.109.1": "httpx",
    "2.54.0": "httpx",
    "3.54.0": "httpx,httpx2",
}
PEERS = Path("build/environments/peers")  # what presend is measured beside: one environment for three sessions
SUITE = "4.26.0"  # version of jsonschema, whose source has the JSON Schema Test Suite
DEVELOPERS = ("codegen", "httpx", "httpx2", "hypothesis")  # the extras that the tests need
LOCKS = {  # the file in requirements/ → what it locks: a group, the extras beside it, other options
    "dev": ("dev", DEVELOPERS, ()),
    "lowest": ("dev", DEVELOPERS, ("--resolution", "lowest-direct")),
    "ray": ("ray", ("hypothesis", "ray"), ()),
    "bench": ("bench", ("codegen",), ()),
    "fuzz": ("fuzz", (), ("--constraints", "requirements/dev.txt")),  # this and the next are put beside dev
    "mutants": ("mutants", (), ("--constraints", "requirements/dev.txt")),
    "versions": ("versions", (), ("--constraints", "requirements/dev.txt")),
}


def _asked(name: str, default: str = "") -> str:
    """Return a variable, as `make NAME=value` hands it on."""
    return os.environ.get(name) or default


def _options(**names: str) -> list[str]:
    """Return options for the variables that were given: the option's name → the variable's."""
    return [word for option, name in names.items() if _asked(name) for word in (f"--{option}", _asked(name))]


def _in_venv(session: nox.Session, *arguments: str, **environment: str) -> None:
    """Run Python of .venv."""
    session.run(DEVELOPMENT, *arguments, external=True, env=environment)


def _add_to_venv(session: nox.Session, name: str) -> None:
    """Put what a lock names beside the developers' tools."""
    _in_venv(session, "-m", "pip", "install", "--quiet", "--requirement", f"requirements/{name}.txt")


def _install_locked(session: nox.Session, name: str) -> None:
    """Install what a lock names, and presend from this folder, built with the lock's own tools."""
    session.install("--requirement", f"requirements/{name}.txt")
    session.install("--no-deps", "--no-build-isolation", "--editable", ".")


def _test(session: nox.Session) -> None:
    """Run the tests; arguments after `--` go to pytest."""
    session.run("python", "-m", "pytest", "--numprocesses", "auto", "--dist", "loadfile", *session.posargs)


@nox.session(python=False)
def lock(session: nox.Session) -> None:
    """Write requirements/ again with the newest versions, for every Python and system; KEEP=1 keeps those that fit."""
    upgrade = [] if _asked("KEEP") else ["--upgrade"]
    for name, (group, extras, options) in LOCKS.items():
        project = ["pyproject.toml", *(f"--extra={extra}" for extra in extras)] if extras else []
        session.run(
            *(str(UV), "pip", "compile", "--quiet", "--universal", *upgrade, "--no-emit-index-url"),
            *("--python-version", OLDEST, "--custom-compile-command", "make lock"),
            *(*project, f"--group={group}", *options, "--output-file", f"requirements/{name}.txt"),
        )


@nox.session(python=False, name="test-all")
def test_all(session: nox.Session) -> None:
    """Test on all examples, as is done each night."""
    _in_venv(session, *"-m pytest --numprocesses auto --dist loadfile".split(), *session.posargs, PRESEND_TESTS="all")


@nox.session(python=OLDEST, name="test-lowest")
def lowest(session: nox.Session) -> None:
    """Test with the lowest versions that pyproject.toml allows, as requirements/lowest.txt has them."""
    _install_locked(session, "lowest")
    _test(session)


@nox.session(python=OLDEST, name="test-newest", reuse_venv=False)
def newest(session: nox.Session) -> None:
    """Test with the newest versions of all packages, ignoring the locks."""
    session.install(
        *("--upgrade", "--upgrade-strategy", "eager", "--editable", f".[{','.join(DEVELOPERS)}]"),
        *nox.project.dependency_groups(PYPROJECT, "dev"),
    )
    _test(session)


@nox.session(python=PYTHONS, name="test-pythons")
def pythons(session: nox.Session) -> None:
    """Test with each Python from 3.11 to 3.14 that is found here, and the locked versions."""
    _install_locked(session, "dev")
    _test(session)


@nox.session(name="test-ray")
def ray(session: nox.Session) -> None:
    """Test presend.ray: Ray takes 600 MB, a minute to install."""
    _install_locked(session, "ray")
    session.run("python", "-m", "pytest", "tests/test_ray.py", "src/presend/ray.py", *session.posargs)


@nox.session(name="test-sdks")
@nox.parametrize("openai", list(SDKS))
def sdks(session: nox.Session, openai: str) -> None:
    """Send through presend with openai 1.x, 2.x and 3.x, to a server on this machine."""
    session.install(f"openai=={openai}", "--editable", f".[{SDKS[openai]}]")
    session.run("python", "-m", "tests.sdk")


@nox.session(python=False)
def fuzz(session: nox.Session) -> None:
    """Compare presend with its oracles on COUNT payloads a root, from SEED; ROOT=… and PACK=… choose one."""
    count = ("--count", _asked("COUNT", "100000"), "--seed", _asked("SEED", "1"))
    _in_venv(session, "-m", "tests.fuzz", *count, *_options(pack="PACK", root="ROOT"))


@nox.session(python=False, name="fuzz-bytes")
def fuzz_bytes(session: nox.Session) -> None:
    """Fuzz what reads raw bytes, guided by coverage: JSON, PNG, forms; EACH seconds on each."""
    _add_to_venv(session, "fuzz")
    limits = (f"-max_total_time={_asked('EACH', '1200')}", "-timeout=1", "-rss_limit_mb=200")
    for entry in ("json", "png", "form"):
        corpus = Path("build/corpus", entry)
        corpus.mkdir(parents=True, exist_ok=True)
        told = ("-artifact_prefix=build/", "-print_final_stats=1", "-verbosity=0")
        _in_venv(session, "-m", "tests.fuzz_bytes", entry, str(corpus), *limits, *told)


@nox.session(python=False)
def mutants(session: nox.Session) -> None:
    """Change rules, checks and the PNG reader one place at a time, and see that a test fails; EVERY=8, ONLY=module."""
    _add_to_venv(session, "mutants")
    _in_venv(session, "-m", "tests.mutants", "--every", _asked("EVERY", "1"), *_options(only="ONLY"))


@nox.session(python=False)
def conformance(session: nox.Session) -> None:
    """Run the JSON Schema Test Suite through generate; writes docs/conformance.md."""
    suite = Path(f"build/jsonschema-{SUITE}.tar.gz")
    if not suite.exists():
        source = ("--no-deps", "--no-binary", ":all:", "--dest", str(suite.parent), f"jsonschema=={SUITE}")
        _in_venv(session, "-m", "pip", "download", "--quiet", *source)
    _in_venv(session, "-m", "tests.conformance", str(suite), "docs/conformance.md")


@nox.session(python=False)
def packs(session: nox.Session) -> None:
    """Make packs of the five public specs, and hold each to all that is promised of packs."""
    _in_venv(session, "-m", "tests.public_packs")


@nox.session(python=False)
def fidelity(session: nox.Session) -> None:
    """Compare 50 request schemas of OpenAI's whole spec with independent validators, COUNT payloads each."""
    count = ("--count", _asked("COUNT", "200"), "--seed", _asked("SEED", "1"))
    _in_venv(session, "-W", "ignore", "-m", "tests.fidelity", *count)


@nox.session(python=False)
def converters(session: nox.Session) -> None:
    """Measure who makes right strict schemas, and write docs/schemas.md; CONVERTERS="openai presend" prints a part."""
    _in_venv(session, "-m", "bench.converters", *shlex.split(_asked("CONVERTERS")))


def _bench(session: nox.Session, *arguments: str) -> None:
    """Run what measures, in an environment with presend's peers; BENCH_ARGS="--only photos" goes to it."""
    python = str(PEERS / "bin/python")
    if not PEERS.exists():
        session.run(sys.executable, "-m", "venv", str(PEERS), external=True)
    for wanted in (
        ("--requirement", "requirements/bench.txt"),
        ("--no-deps", "--no-build-isolation", "--editable", "."),
    ):
        session.run(python, "-m", "pip", "install", "--quiet", *wanted, external=True)
    session.run(python, "-m", *arguments, *shlex.split(_asked("BENCH_ARGS")), external=True)


@nox.session(python=False)
def bench(session: nox.Session) -> None:
    """Measure presend beside its peers, and write docs/performance.md; BENCH_ARGS="--only photos" prints a part."""
    _bench(session, "bench")


@nox.session(python=False, name="bench-check")
def bench_check(session: nox.Session) -> None:
    """Exit 1 where presend has become slower, by ratios, than bench/ratios.json allows."""
    _bench(session, "bench", "--check")


@nox.session(python=False, name="bench-rules")
def bench_rules(session: nox.Session) -> None:
    """Print what the rules of today's API cost, and the first check of a process."""
    _bench(session, "bench.rules")


@nox.session(python=False, name="bench-transport")
def bench_transport(session: nox.Session) -> None:
    """Measure a request through presend against the same without it, on loopback."""
    _in_venv(session, "-m", "bench.transport")


@nox.session(python=False, name="bench-packs")
def bench_packs(session: nox.Session) -> None:
    """Measure what a pack of a whole API costs, beside the plain generator's module."""
    _in_venv(session, "-m", "bench.packs")
