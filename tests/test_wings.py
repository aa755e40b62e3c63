"""Does each wing of `grader/` import only what is listed before it, and nothing of another's private words?"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.places import ROOT

# lower first; `authoring` after `verdict`, because a mutant is proved dead by the very verdict that students meet
ORDER = (
    "errors",
    "terminal",
    "patches",
    "places",
    "roster",
    "tasks",
    "packs",
    "sandbox",
    "verdict",
    "authoring",
    "submission",
    "gradebook",
    "cohort",
    "publishing",
    "cli",
    "__main__",
)
ROOMS = sorted(path.parent.name for path in (ROOT / "course").glob("*/__init__.py"))
# rooms that a room may ask; the notebooks' own words (`check`, `figures`, ...) stand above all of them
MAY_ASK = {"checking": {"drawing"}, "drawing": set(), "explorers": {"drawing", "checking"}, "predictions": set()}


def imports(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield (module, names taken from it) for every import of ours in a file, those inside functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module in ("grader", "course"):
            yield from ((f"{node.module}.{alias.name}", []) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, [alias.name for alias in node.names]
        elif isinstance(node, ast.Import):
            yield from ((alias.name, []) for alias in node.names)


def wrong_imports(folder: Path) -> list[str]:
    """Return in words each import below a `grader/` folder that goes up, or takes what is another wing's own."""
    found = []
    for path in sorted(folder.rglob("*.py")):
        wing = path.relative_to(folder).parts[0].removesuffix(".py")
        if wing == "__init__":
            continue
        for module, names in imports(path):
            if not module.startswith("grader."):
                continue
            other = module.split(".")[1]
            where = f"{path.relative_to(folder)} imports {module}"
            if other not in ORDER or wing not in ORDER:
                found.append(f"{where}: not a wing that `ORDER` lists")
            elif ORDER.index(other) > ORDER.index(wing):
                found.append(f"{where}: {other} stands above {wing}")
            elif other != wing and any(part.startswith("_") for part in (*module.split("."), *names)):
                found.append(f"{where}: private to {other}")
    return found


def circles(folder: Path, package: str) -> list[str]:
    """Return the modules that import themselves by way of others, counting what is imported inside functions, too."""
    needs: dict[str, set[str]] = {}
    for path in folder.rglob("*.py"):
        name = ".".join((package, *path.relative_to(folder).with_suffix("").parts)).removesuffix(".__init__")
        if path.name == "__init__.py":
            continue  # it lists the words of its modules, which do not ask it
        needs[name] = {word for module, names in imports(path) for word in (module, *(f"{module}.{n}" for n in names))}
    needs = {name: wanted & set(needs) for name, wanted in needs.items()}
    while free := [name for name, wanted in needs.items() if not wanted]:
        for name in free:
            del needs[name]
        needs = {name: wanted - set(free) for name, wanted in needs.items()}
    return sorted(needs)


def test_every_import_goes_down_and_to_what_is_public():
    assert wrong_imports(ROOT / "grader") == []


@pytest.mark.parametrize("package", ["grader", "course"])
def test_no_import_goes_in_a_circle(package):
    assert circles(ROOT / package, package) == []


@pytest.mark.parametrize(
    "case, wing, line, said",
    [
        ("up", "sandbox", "from grader.verdict.referee import grade_task", "verdict stands above sandbox"),
        ("up, inside a function", "tasks", "def f():\n    import grader.packs.reading", "packs stands above tasks"),
        ("up, by the package", "packs", "from grader import cohort", "cohort stands above packs"),
        ("a private word", "cohort", "from grader.verdict.scoring_code import _help", "private to verdict"),
        ("a private module", "cohort", "from grader.tasks._draws import signed", "private to tasks"),
        ("no wing", "cohort", "from grader.utils import everything", "not a wing"),
    ],
)
def test_a_planted_wrong_import_is_found(case, wing, line, said, tmp_path):
    (tmp_path / wing).mkdir()
    (tmp_path / wing / "planted.py").write_text(line, encoding="utf-8")
    (found,) = wrong_imports(tmp_path)
    assert said in found, case


@pytest.mark.parametrize("how", ["from planted.{} import x", "def f():\n    from planted.{} import x"])
def test_a_planted_circle_is_found(how, tmp_path):
    for one, other in (("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")):
        (tmp_path / f"{one}.py").write_text(how.format(other), encoding="utf-8")
    assert circles(tmp_path, "planted") == ["planted.a", "planted.b", "planted.c", "planted.d"]


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_of_course_asks_only_the_rooms_it_may(room):
    for path in (ROOT / "course" / room).rglob("*.py"):
        asked = {module.split(".")[1] for module, _ in imports(path) if module.startswith("course.")} & set(ROOMS)
        assert asked - {room} <= MAY_ASK[room], path


FACES = sorted([*(ROOT / "grader").glob("*/__init__.py"), *(ROOT / "course").glob("*/__init__.py")])


@pytest.mark.parametrize("face", FACES, ids=lambda path: path.parent.name)
def test_every_wing_and_room_says_what_it_decides_and_lists_its_public_words(face):
    text = ast.get_docstring(ast.parse(face.read_text(encoding="utf-8")))
    sentences = [part for part in text.partition(">>>")[0].replace("\n", " ").split(". ") if part.strip()]
    assert 2 <= len(sentences) <= 4, text
    words = {}
    exec(f"from {'.'.join(face.relative_to(ROOT).parts[:-1])} import *", words)
    assert set(words) - {"__builtins__"} != set(), "and each of them is there"


def two_jobs(text: str) -> bool:
    """Does a module's first sentence, up to its colon, say "and" of what the module decides?  Names in `-` do not."""
    first = re.split(r"[:.](?=\s|$)", ast.get_docstring(ast.parse(text)) or "and", maxsplit=1)[0]
    return re.search(r"(?<![\w-])and(?![\w-])", first) is not None


def test_a_module_says_what_it_decides_without_and():
    """One that needs "and" wants to be two; after a colon may follow how, or a list."""
    files = [*(ROOT / "grader").rglob("*.py"), *(ROOT / "course").rglob("*.py")]
    assert [str(path.relative_to(ROOT)) for path in files if two_jobs(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    "text, found",
    [
        ('"""Make a page and release it."""', True),
        ('"""Make a page,\nand release it: both."""', True),
        ("X = 1", True),
        ('"""Make a page: header and footer."""', False),
        ('"""The tasks of `4-padding-and-stride`."""', False),
        ('"""Make a page.  It stands and falls alone."""', False),
    ],
)
def test_a_module_of_two_jobs_is_found(text, found):
    assert two_jobs(text) == found


def test_the_picture_in_the_developers_page_is_that_order():
    page = (ROOT / "docs" / "developers.md").read_text(encoding="utf-8")
    picture = page.partition("## The wings")[2].split("```")[1]
    assert tuple(line.split()[0] for line in picture.splitlines() if line.strip()) == ORDER
