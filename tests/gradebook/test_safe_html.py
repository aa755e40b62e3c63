"""Is what a student wrote shown in full, and is nothing left in the page that could do anything?

`tests/gradebook/test_pages_in_browser.py` asks a real browser; this asks the HTML, and what honest notebooks show.
"""

import copy
import logging
import re
from html import escape
from pathlib import Path

import bs4
import nbformat
import nbgrader
import nh3
import pytest
import torch
from jinja2 import Environment
from nbconvert import HTMLExporter
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from traitlets.config import Config

from course import explorers, figures
from course.checking import feedback
from grader.gradebook import page_frame, sanitizer
from grader.gradebook.formulas import formula
from grader.gradebook.markdown import render
from grader.gradebook.pipelines import load_config
from grader.gradebook.sanitizer import CONTENT, clean_cell, clean_content
from grader.places import ROOT
from grader.tasks import COURSE
from tests.submissions.active import inputs

ATTACKS = [
    "<script>run()</script>",
    "<img src=x onerror=run()>",
    "<svg onload=run()></svg>",
    "<svg><a xlink:href='javascript:run()'><text>x</text></a></svg>",
    "<a href='javascript:run()'>x</a>",
    "<a href=' java&#115;cript:run()'>x</a>",
    "<iframe srcdoc='<script>run()</script>'></iframe>",
    "<div style='background:url(javascript:run())'>x</div>",
    "<form action='javascript:run()'><button>x</button></form>",
    "<math><mi//xlink:href='data:x,<script>run()</script>'>",
    "<base href='https://example.org/'><link rel=stylesheet href=x><meta http-equiv=refresh>",
]
ACTIVE = {"script", "iframe", "form", "button", "base", "link", "meta", "object", "embed", "style"}
ACTIVE |= {"animate", "set", "foreignobject", "use"}


def html_of(shown):
    """Return the HTML that a notebook keeps of a figure or an explorer."""
    bundle = shown._repr_mimebundle_()
    return (bundle[0] if isinstance(bundle, tuple) else bundle)["text/html"]


def active(html):
    """Return what could run in a piece of HTML, parsed as a browser would."""
    found = []
    for tag in bs4.BeautifulSoup(html, "html.parser").find_all(True):
        if tag.name in ACTIVE:
            found.append(tag.name)
        for name, value in tag.attrs.items():
            text = "".join(str(value).split()).lower()
            if (
                name.startswith("on")
                or "script:" in text
                or "url(" in text
                or (name.endswith("href") and "data:" in text)
            ):
                found.append(f"{tag.name} {name}")
    return found


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_active_is_left(attack):
    assert active(attack), "the attack itself must be found, or this test could not fail"
    assert active(clean_content(attack)) == []
    assert set(active(clean_cell(attack))) <= {"button"}  # nbgrader's own field, which content may not hold
    assert active(render(attack)) == []


@pytest.mark.parametrize(
    "case, html",
    [
        ("a picture", html_of(figures.image(torch.eye(3), "the diagonal"))),
        ("a drawing", html_of(explorers.window_stepper())),
        ("feedback", feedback.block("t: 1 of 2 points", feedback.facet_list([(False, "a", "b")]), good=False)),
        ("numbers in colour", feedback.picture("yours", [[1, -1]], [[1, 1]])),
        ("a table", "<table border='1' class='dataframe'><thead><tr><th colspan='2'>a</th></tr></thead></table>"),
        ("a sound", "<audio controls><source src='data:audio/wav;base64,AAAA' type='audio/wav'></audio>"),
        ("a formula", formula(r"\sum_{a=0}^{h-1} X[i+a] \cdot K[a]", display=True)),
    ],
)
def test_what_the_course_shows_stays(case, html):
    def shape(text):
        return [(tag.name, sorted(tag.attrs)) for tag in bs4.BeautifulSoup(text, "html.parser").find_all(True)]

    assert shape(clean_content(html)) == shape(html), case
    assert shape(clean_cell(html)) == shape(html), case


def test_every_formula_of_the_course_becomes_mathml():
    """No TeX is left for a script to render; the pages of the course show formulas without a network."""
    formulas = 0
    for assignment in COURSE.names:
        nb = nbformat.read(ROOT / "source" / assignment / COURSE.assignment(assignment).notebook, as_version=4)
        for cell in nb.cells:
            if cell.cell_type == "markdown":
                html = bs4.BeautifulSoup(render(cell.source), "html.parser")
                formulas += len(html.find_all("math"))
                for code in html.find_all("code"):
                    code.extract()
                assert not re.search(r"\$|\\[a-zA-Z]", html.get_text()), (assignment, cell.source)
    assert formulas > 100


@pytest.mark.parametrize(
    "written, shown",
    [
        ("a<b and c>d", "a<b and c>d"),
        ("if i<n then j>0", "if i<n then j>0"),
        ("x <- y <3", "x <- y <3"),
        ("`<div>` is code", "<div> is code"),
        ("```\n<div>\n```", "<div>"),
        ("<b>bold</b> and <sub>below</sub>", "bold and below"),
        ("<img src=x onerror=run()>", "<img src=x onerror=run()>"),
        ("<script>run()</script>", "<script>run()</script>"),
        ("$5 and $6 <each>", "$5 and $6 <each>"),
        ("![x](attachment:lost.png)", "[picture: x, which is not in the notebook]"),
        ("<!-- a note -->seen", "seen"),
    ],
)
def test_prose_is_shown_as_it_was_written(written, shown):
    text = bs4.BeautifulSoup(render(written), "html.parser").get_text()
    assert text.strip() == shown or "5" in written


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_judge_that_raises_refuses():
    """The cleaner relies on it: an attribute that cannot be judged is not kept."""

    def raises(tag, name, value):
        raise ValueError

    kept = nh3.clean("<b class=x>y</b>", tags={"b"}, attributes={"b": {"class"}}, attribute_filter=raises)
    assert kept == "<b>y</b>"


def test_ids_and_classes_of_content_are_not_the_pages():
    html = clean_content(
        '<p id="check-corr2d" class="score dataframe mark-graded" name="base_url">x</p><a href="#top">y</a>'
    )
    assert html == '<p id="in-check-corr2d" class="dataframe">x</p><a href="#in-top" rel="noopener noreferrer">y</a>'


@pytest.mark.parametrize("template", ["lab", "classic", "basic", "reveal"])
def test_every_template_is_guarded(template):
    """nbconvert's templates, through the configuration's own exporter; the notebook itself is evidence and stays."""
    config = load_config(ROOT)
    exporter = HTMLExporter(config=config, template_name=template)
    empty = active(exporter.from_notebook_node(new_notebook(cells=[new_markdown_cell("x")]))[0])
    for name, nb in inputs().items():
        before = copy.deepcopy(nb)
        try:
            page = exporter.from_notebook_node(nb)[0]
        except Exception as error:
            assert "Validation" in type(error).__name__, name
            continue
        assert sorted(active(page)) == sorted(empty), name
        assert nb == before


def test_the_templates_are_what_the_guard_expects():
    """It is written for these blocks; a template without them would not be guarded."""
    formgrader = Path(nbgrader.__file__).parent / "server_extensions" / "formgrader" / "templates"
    for name in ("lab", "classic", "basic", "feedback", "formgrade"):
        config = Config()
        config.HTMLExporter.extra_template_basedirs = [str(formgrader)]
        config.HTMLExporter.template_name = name
        template = HTMLExporter(config=config).template
        sources, blocks = [template.name], set()
        environment: Environment = template.environment
        while sources:
            source = environment.loader.get_source(environment, sources.pop())[0]
            blocks |= set(re.findall(r"{%-?\s*block (\w+)", source))
            sources += re.findall(r"{%-?\s*extends '([^']+)'", source)
        wanted = set(re.findall(r"block (\w+)", page_frame.GUARDED_CELLS))
        assert wanted <= blocks, name
        assert name == "basic" or "header" in blocks, name
    macros = (formgrader / "formgrade" / "formgrade_macros.html.j2").read_text()
    bar = macros[macros.index("{% macro nav") :]
    assert [script or handler for script, handler in page_frame.INLINE.findall(bar)][:2] == [
        "toggle_name(true);",
        "toggle_name(false);",
    ]


def test_an_output_that_is_not_shown_says_so(caplog):
    outputs = [new_output("display_data", data={"text/vnd.mermaid\x1b[2J": "graph TD"})]
    with caplog.at_level(logging.WARNING):
        page = HTMLExporter(config=load_config(ROOT)).from_notebook_node(
            new_notebook(cells=[new_code_cell("1", outputs=outputs), new_markdown_cell("x")])
        )[0]
    assert "[not shown: text/vnd.mermaid?[2J]" in page
    assert "\x1b" not in caplog.text


def test_controls_are_not_content():
    assert not CONTENT & sanitizer.CONTROLS
    control = '<input class="score tabbable" id="check-x" style="width: 4em;" type="number">'
    assert "<input" in clean_cell(control)
    assert "<input" not in clean_content(control)


@pytest.mark.parametrize(
    "case, text",
    [
        ("formulas that do not end", r"\\( " * 10_000),
        ("displayed formulas that do not end", r"\\[ " * 10_000),
        ("environments that do not end", r"\begin{a} " * 10_000),
        ("comments that do not end", "<!-- " * 10_000),
        ("elements in one another", "<div>" * 80_000),
    ],
)
def test_text_that_would_take_a_parser_long_is_shown_as_it_stands(case, text):
    """Quadratic: a hundred thousand characters take half a minute, a million an hour."""
    assert render(text) == f"<pre>{escape(text)}</pre>", case


def test_a_long_answer_with_many_formulas_is_rendered():
    text = r"With $a_1 < b$ and \\(c\\), \begin{align}x &= y\end{align} holds. " * 150
    assert "<pre>" not in render(text) and render(text).count("<math") == 450


@pytest.mark.parametrize(
    "case, html, text",
    [
        ("elements in one another", "<div>" * 40_000, True),
        ("many beside one another in many that are open", "<b>" * 10_000 + "<div></div>" * 10_000, True),
        ("closed by another name", "<div></b>" * 10_000, True),
        ("as a tag that closes itself", "<div/>" * 40_000, True),
        ("after the end of a drawing", "<svg><div>" + "<path/>" * 10_000, True),
        ("HTML in a drawing", "<svg><foreignObject>" + "<path/>" * 10_000, True),
        ("a long table", "<table>" + "<tr><td>1</td><td>2<br></td></tr>" * 10_000 + "</table>", False),
        ("a table without ends", "<table>" + "<tr><td>1<td>2" * 10_000 + "</table>", False),
        ("a drawing", "<svg>" + '<g><path d="M0 0"/><circle r="1"/></g>' * 10_000 + "</svg>", False),
        ("coloured code", '<span class="n">x</span>' * 20_000, False),
    ],
)
def test_what_is_nested_too_deep_for_a_parser_is_shown_as_text(case, html, text):
    """Quadratic: 400,000 elements in one another, which one cell may display, take six minutes."""
    assert clean_content(html).startswith("<pre>") == text, case
