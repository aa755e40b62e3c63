"""Does every relative link lead somewhere: pages inside the repository, notebooks inside what students get?"""

import re
from pathlib import Path
from urllib.parse import unquote

import nbformat
import pytest

from grader.places import ROOT

NOT_OURS = {".git", ".venv", "build", "private", "node_modules", ".pytest_cache", ".ruff_cache"}
PAGES = sorted(p for p in ROOT.rglob("*.md") if not NOT_OURS & {part for part in p.relative_to(ROOT).parts[:-1]})
NOTEBOOKS = sorted([*ROOT.glob("source/*/*.ipynb"), *ROOT.glob("release/*/*.ipynb")])

CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.DOTALL | re.MULTILINE)
LINK = re.compile(
    r"\]\(\s*<?([^)>\s]*)"  # [text](target) and ![text](target)
    r"|^\[[^\]]+\]:\s*(\S+)"  # [name]: target
    r"|<(?:a|img)\b[^>]*?\b(?:href|src)=[\"']?([^\"'>\s]*)",
    re.MULTILINE,
)
HEADING = re.compile(r"^#{1,6} +(.+?) *#*$", re.MULTILINE)
ANCHOR = re.compile(r"<[^>]+\b(?:id|name)=[\"']?([^\"'>\s]+)")
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)  # https:, mailto:, data:, attachment:


def links(markdown):
    """Return the targets of all links, less those in code and those to other sites."""
    found = ["".join(groups) for groups in LINK.findall(CODE.sub("", markdown))]
    return [target for target in found if not ELSEWHERE.match(target)]


def page_anchors(markdown):
    """Return the anchors of a page's headings, as code forges make them."""
    text = re.sub(r"^```.*?^```", "", markdown, flags=re.DOTALL | re.MULTILINE)
    anchors = set(ANCHOR.findall(text))
    for heading in HEADING.findall(text):
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()
        slug = re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")
        copies = (slug if number == 0 else f"{slug}-{number}" for number in range(100))
        anchors.add(next(copy for copy in copies if copy not in anchors))
    return anchors


def notebook_anchors(markdown):
    """Return the anchors of a notebook's headings, as JupyterLab makes them."""
    plain = (re.sub(r"[*`]", "", heading) for heading in HEADING.findall(markdown))
    return {heading.replace(" ", "-") for heading in plain} | set(ANCHOR.findall(markdown))


def broken(path, markdown, anchors, top):
    """Return [(target, why)] of the links in one file that lead nowhere, or out of the folder `top`."""
    found = []
    for target in links(markdown):
        name, _, anchor = target.partition("#")
        goal = (path.parent / unquote(name)).resolve() if name else path
        if name.startswith("/") or not goal.is_relative_to(top):
            found.append((target, f"leads out of {top.name}/"))
        elif not goal.exists():
            found.append((target, "is not there"))
        elif anchor:
            there = anchors(markdown) if goal == path else _anchors_of(goal)
            if unquote(anchor) not in there:
                found.append((target, "has no such heading"))
    return found


def _anchors_of(path):
    if path.suffix == ".ipynb":
        return notebook_anchors(_markdown(path))
    return page_anchors(path.read_text(encoding="utf-8")) if path.suffix == ".md" else set()


def _markdown(path):
    cells = nbformat.read(path, as_version=4).cells
    return "\n\n".join(cell.source for cell in cells if cell.cell_type == "markdown")


def _name(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_links_of_pages(path):
    assert broken(path, path.read_text(encoding="utf-8"), page_anchors, ROOT) == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=_name)
def test_links_of_notebooks(path):
    """A student has the notebook's own folder only: what lies beside it is what nbgrader releases."""
    assert broken(path, _markdown(path), notebook_anchors, path.parent) == []


@pytest.mark.parametrize(
    "link, why",
    [
        ("[a](page.md)", None),
        ("[a](page.md#a-part-with-code-12)", None),
        ("[a](#twice-1)", None),
        ("see `[a](nowhere.md)`", None),
        ("[a](https://example.org/nowhere)", None),
        ("![a](nowhere.png)", "is not there"),
        ('<img alt="a" src="nowhere.png">', "is not there"),
        ("[a]: nowhere.md", "is not there"),
        ("[a](page.md#nowhere)", "has no such heading"),
        ("[a](#twice-2)", "has no such heading"),
        ("[a](../outside.md)", "leads out of course/"),
        ("[a](/etc/passwd)", "leads out of course/"),
    ],
)
def test_a_broken_link_is_found(tmp_path, link, why):
    top = tmp_path / "course"
    top.mkdir()
    (tmp_path / "outside.md").touch()
    page = top / "page.md"
    page.write_text(f"# A part, with `code` 1.2\n\n## Twice\n\n## Twice\n\n{link}\n")
    assert [reason for _, reason in broken(page, page.read_text(), page_anchors, Path(top))] == ([why] if why else [])
