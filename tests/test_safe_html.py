"""Is what a student wrote shown in full, and does nothing of it run in the instructor's browser?"""

import pytest
import torch
from nbconvert import HTMLExporter
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from traitlets.config import Config

from course import explorers, figures
from course.checking import feedback
from grader.gradebook.safe_html import clean, clean_markdown

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


def html_of(shown):
    """Return the HTML that a notebook keeps of a figure or an explorer."""
    bundle = shown._repr_mimebundle_()
    return (bundle[0] if isinstance(bundle, tuple) else bundle)["text/html"]


def active(html):
    """Return what could run in a piece of HTML, parsed as a browser would."""
    import bs4

    found = []
    for tag in bs4.BeautifulSoup(html, "html.parser").find_all(True):
        if tag.name in (
            "script",
            "iframe",
            "form",
            "button",
            "base",
            "link",
            "meta",
            "math",
            "object",
            "embed",
            "style",
        ):
            found.append(tag.name)
        for name, value in tag.attrs.items():
            if name.startswith("on") or "script:" in "".join(str(value).split()).lower():
                found.append(f"{tag.name} {name}")
    return found


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_runs(attack):
    assert active(attack), "the attack itself must be found, or this test could not fail"
    assert active(clean(attack)) == []
    assert active(clean_markdown(attack)) == []


@pytest.mark.parametrize(
    "case, html",
    [
        ("a picture", html_of(figures.image(torch.eye(3), "the diagonal"))),
        ("a drawing", html_of(explorers.window_stepper())),
        ("feedback", feedback.block("t: 1 of 2 points", feedback.facet_list([(False, "a", "b")]), good=False)),
    ],
)
def test_what_the_course_shows_stays(case, html):
    import bs4

    def shape(text):
        return [(tag.name, sorted(tag.attrs)) for tag in bs4.BeautifulSoup(text, "html.parser").find_all(True)]

    assert shape(clean(html)) == shape(html), case


def test_the_page_that_is_made():
    output = new_output("display_data", data={"text/html": ATTACKS[0], "application/javascript": "run()"})
    nb = new_notebook(cells=[new_code_cell("1", outputs=[output]), new_markdown_cell(ATTACKS[1] + " and $a < b$")])
    config = Config()
    config.HTMLExporter.preprocessors = ["grader.gradebook.safe_html.SafeHtml"]
    page, _ = HTMLExporter(config=config).from_notebook_node(nb)
    body = page[page.index("<main>") :] if "<main>" in page else page[page.index("<body") :]
    assert "&lt;img src=x onerror=run()&gt;" in body
    assert "<img src=x" not in body and ">run()" not in body
    assert nb.cells[0].outputs[0].data["text/html"] == ATTACKS[0]  # the notebook itself is evidence
