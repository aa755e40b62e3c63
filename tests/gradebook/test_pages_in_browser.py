"""Does anything of a submission run in the browser of the person who looks at it: on load, on hover, on a click?

A real Chromium opens each page as nbgrader or nbconvert makes it.  What those pages load from other hosts is played by
stand-ins that trust whatever they are given, as an older or a newer version might.
"""

import functools
import json
from pathlib import Path

import nbformat
import nbgrader
import pytest
from nbconvert import HTMLExporter
from nbconvert.filters.markdown_mistune import InvalidNotebook
from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbformat.v4 import new_markdown_cell, new_notebook
from nbformat.validator import NotebookValidationError
from playwright.sync_api import Error, sync_playwright
from traitlets.config import Config

from grader.cohort.report import class_page, student_page, student_report
from grader.gradebook.pipelines import load_config
from grader.places import ROOT
from tests.cohort.test_report import small_class
from tests.submissions.active import ELSEWHERE, HTML, MARKDOWN, PIXEL, inputs

pytestmark = [pytest.mark.browser]
FORMGRADER = Path(nbgrader.__file__).parent / "server_extensions" / "formgrader"
PAGE = "http://course.test/formgrader/submissions/one/"
SURFACES = ("feedback", "formgrade", "lab", "classic", "basic")
INPUTS = inputs()
# the stock templates escape these, Chromium refuses them, or nothing there would read them
HELD_ANYWAY = {
    "answer, Markdown: \\cssId",
    "answer, Markdown: HTML in \\text",
    "answer, Markdown: HTML in a formula",
    "answer, Markdown: HTML in an environment",
    "answer, Markdown: \\style and \\class",
    "answer, Markdown: \\unicode",
    "answer, Markdown: fence with a language",
    "answer, Markdown: heading",
    "answer, Markdown: picture with a quote",
    "answer, Markdown: picture with a title",
    "attachment, SVG",
    "attachment, its data",
    "attachment, its kind",
    "attachment, its name",
    "cell id",
    "code",
    "execution count",
    "name of the kernel",
    "name of the language",
    "output, HTML: a button like nbgrader's",
    "output, HTML: drawing that uses another",
    "output, HTML: drawing, through its title",
    "output, HTML: embedded",
    "output, HTML: marquee",
    "output, HTML: not for browsers with scripts",
    "output, HTML: object",
    "output, HTML: script, inside another",
    "output, HTML: script, never closed",
    "output, LaTeX with HTML",
    "output, PDF",
    "output, SVG",
    "output, SVG that closes its image",
    "output, data of a PNG",
    "output, error",
    "output, link of a terminal",
    "output, name of a file",
    "output, plain",
    "output, stream",
    "output, text of a PNG",
    "raw cell",
    "raw cell, said to be HTML",
    "tags",
    "tags that are classes",
    "title of the notebook",
}


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield browser
        browser.close()


class Witness:
    """A browser tab that notes whatever runs, and whatever is asked for beyond the page itself."""

    def __init__(self, chromium):
        self.context = chromium.new_context()
        self.seen, self.html = [], ""
        self.context.expose_binding("run", lambda source: self.seen.append("ran"))
        self.context.route("**/*", self._serve)
        self.page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.seen.append(f"error: {error}"))
        self.page.on("dialog", lambda dialog: (self.seen.append("dialog"), dialog.dismiss()))

    def _serve(self, route, request):
        url, path = request.url, request.url.partition("//")[2].partition("/")[2].partition("?")[0]
        if url.partition("?")[0] == PAGE and request.is_navigation_request() and request.frame.parent_frame is None:
            return route.fulfill(body=self.html, content_type="text/html; charset=utf-8")
        if url.startswith("http://course.test/formgrader/static/"):
            return route.fulfill(path=FORMGRADER / path.removeprefix("formgrader/"))
        if url.startswith("http://course.test/formgrader/api/"):
            if request.method != "GET":
                self.seen.append(f"{request.method} {path.rpartition('/')[2]} {request.post_data}")
                return route.fulfill(body=request.post_data or "{}", content_type="application/json")
            return route.fulfill(body=API.get(path.rpartition("/")[2], "[]"), content_type="application/json")
        for name, source in STAND_INS.items():
            if name in url:
                headers = {"Access-Control-Allow-Origin": "*"}
                return route.fulfill(body=source, content_type="text/javascript", headers=headers)
        if not url.startswith("data:") and path.rpartition("/")[2] not in ("x", "y", "favicon.ico", "y%22"):
            self.seen.append(f"asked for {url[:80]}")
        return route.abort()

    def look(self, html):
        """Open a page, hover over everything, click on everything, and return what happened."""
        self.seen, self.html = [], html
        for _ in range(3):
            try:
                self.page.goto(PAGE, wait_until="load")
                break
            except Error:  # the page before was on its way to somewhere else
                self.page.wait_for_timeout(50)
        self.page.wait_for_timeout(20)
        try:
            self.page.evaluate(TOUCH)
            for spot in self.page.evaluate(SPOTS):
                self.page.mouse.move(*spot)
                self.page.mouse.click(*spot)
        except Error:  # the page has gone somewhere else, and what it asked for has been seen
            self.seen.append("left the page")
        self.page.wait_for_timeout(30)
        return self.seen


TOUCH = """() => {
  const own = element => element.closest(".panel-heading, .panel-footer, nav, #toc");
  for (const element of document.querySelectorAll("body *")) {
    if (own(element)) continue;
    for (const kind of ["mouseover", "mouseenter", "pointerenter", "mousemove", "focus", "mousedown"])
      element.dispatchEvent(new MouseEvent(kind, {bubbles: true, cancelable: true}));
  }
  for (const element of document.querySelectorAll("a, area, button, input, p, summary, text, .cell, .jp-Cell, figure"))
    if (!own(element) && !(element.href || "").toString().startsWith("http://course.test/formgrader/submissions/one/#"))
      element.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}));
}"""
# where a person would click: the middle of what looks like a link or a button, and of the drawing's words
SPOTS = """() => [...document.querySelectorAll("a, button, input, summary, area, svg text, [role=button]")]
  .filter(element => !element.closest(".panel-heading, .panel-footer, nav, #toc, .anchor-link"))
  .map(element => element.getBoundingClientRect()).filter(box => box.width && box.top >= 0 && box.bottom < innerHeight)
  .slice(0, 9).map(box => [box.x + box.width / 2, box.y + box.height / 2])"""
STAND_INS = {
    "mathjax": r"""document.addEventListener("DOMContentLoaded", () => {
  const found = [...document.body.innerHTML.matchAll(/\\href\{([^}]*)\}/g)];
  for (const [, link] of found) {
    const a = document.createElement("a"); a.href = link; a.textContent = "x";
    (document.querySelector("main, #notebook-container") || document.body).append(a); }});
  window.MathJax = {Hub: {Config() {}, Queue() {}, Startup: {signal: {Interest: heard => heard("End")}}}};""",
    "mermaid": """
const draw = () => document.querySelectorAll(".mermaid").forEach(e => { e.innerHTML = e.textContent; });
const render = async (id, text) => { draw(); return {svg: text}; };
export default {initialize: draw, registerLayoutLoaders() {}, parse() {}, render};""",
    "jquery": (FORMGRADER / "static/node_modules/jquery/dist/jquery.min.js").read_text(),
    "require.js": "var require = Object.assign(() => {}, {config() {}}), define = () => {};",
    "embed-amd": """document.querySelectorAll('script[type^="application/vnd.jupyter.widget"]').forEach(
  e => { if (e.textContent.includes("run()")) eval("run()"); });""",
}
GRADE = {"id": "g", "name": "answer-why", "notebook": "n", "assignment": "a", "student": "s", "comment_id": "c"}
GRADE |= {"auto_score": 0, "manual_score": None, "max_score": 2, "extra_credit": None, "needs_manual_grade": True}
COMMENT = {"id": "c", "name": "answer-why", "auto_comment": None, "manual_comment": None}
API = {"grades": json.dumps([GRADE]), "comments": json.dumps([COMMENT])}


@functools.cache
def exporter(surface, safe):
    """Return an exporter as nbgrader and nbconvert make it, with this checkout's configuration or with none."""
    config = load_config(ROOT) if safe else Config()
    config.HTMLExporter.template_name = surface
    config.HTMLExporter.extra_template_basedirs = [str(FORMGRADER / "templates")]
    config.HTMLExporter.extra_template_paths = [str(FORMGRADER / "static/node_modules/bootstrap/dist/css")]
    made = HTMLExporter(config=config)
    if surface == "feedback":
        made.register_preprocessor(CSSHTMLHeaderPreprocessor, enabled=True)
    return made


def page_of(surface, nb, safe=True):
    """Return the page of a notebook, as this surface shows it; none is made of what is no valid notebook."""
    resources = {"nbgrader": {"notebook": "n", "score": 1.0, "max_score": 2.0, "late_penalty": 0}}
    if surface == "formgrade":
        resources |= {
            "submission_id": "one",
            "notebook_id": "n",
            "assignment_id": "a",
            "base_url": "",
            "student": "s001",
        }
        resources |= {"index": 0, "total": 1, "notebook_path": "x/n.ipynb", "first_name": None, "last_name": None}
    try:
        return exporter(surface, safe).from_notebook_node(nb, resources)[0]
    except (nbformat.ValidationError, NotebookValidationError, InvalidNotebook):
        assert not safe or not is_valid(nb), "a page is made of every valid notebook"
        return ""


def test_there_are_inputs_of_every_kind():
    assert len(INPUTS) >= 120


@pytest.mark.parametrize("surface", SURFACES)
def test_nothing_runs(chromium, surface):
    """On one page after the other, and where something happened on a page of several, which of them it was."""
    witness = Witness(chromium)
    suspects = {}
    for names in batches():
        if len(names) > 1:
            together = new_notebook(cells=[cell for name in names for cell in INPUTS[name].cells])
            if not witness.look(page_of(surface, together)):
                continue
            suspects["together: " + ", ".join(names)] = list(witness.seen)
        suspects |= {name: list(witness.look(page_of(surface, INPUTS[name]))) for name in names}
    assert {name: seen for name, seen in suspects.items() if seen} == {}


def test_nothing_runs_in_the_class_report(chromium):
    """Names, sentences, oddities and written answers, each an attack; the page has no script of its own."""
    witness = Witness(chromium)
    texts = [*HTML.values(), *MARKDOWN.values()]
    for start in range(0, len(texts), 5):
        some = (texts[start : start + 5] * 5)[:5]
        facts = small_class(names={f"s00{n}": text for n, text in enumerate(some, 1)}, missing=some)
        facts.answers["why_no_error"] = {"s001": some[0], "s003": "\n\n".join(some)}
        facets = [{"name": text, "says": text, "passed": False, "message": text} for text in some]
        for mark in facts.marks:
            mark.evidence = {"oddities": some, "changes": some}
            for task in mark.tasks:
                task.record |= {"hints": some, "misconception": some[0], "facets": facets}
        for page in (class_page([facts]), student_page([student_report(facts, "s003")])):
            unguarded = page.replace("Content-Security-Policy", "no-policy")  # the escaping alone has to do
            assert witness.look(unguarded) == [], some


def batches():
    """Return the names of inputs that can stand on one page, eight at a time; what changes a notebook stands alone."""
    alone = [name for name, nb in INPUTS.items() if nb.metadata or not is_valid(nb)]
    together = [name for name in INPUTS if name not in alone]
    return [[name] for name in alone] + [together[start : start + 8] for start in range(0, len(together), 8)]


def is_valid(nb):
    try:
        nbformat.validate(nb)
    except (nbformat.ValidationError, NotebookValidationError):
        return False
    return True


def test_the_witness_sees_them_run_when_nothing_is_cleaned(chromium):
    """Without the guard the others run, fetch something or change a grade on one surface at least."""
    silent = dict(INPUTS)
    for surface in ("feedback", "lab", "formgrade"):
        witness = Witness(chromium)
        for name, nb in list(silent.items()):
            seen = witness.look(page_of(surface, nb, safe=False))
            if any(what == "ran" or "PUT" in what or ELSEWHERE in what or "evil" in what for what in seen):
                del silent[name]
    assert sorted(set(silent) - HELD_ANYWAY) == []


def test_the_policy_alone_holds_scripts(chromium):
    """The second line: a script that the cleaner had let through would not run, on the pages of this course."""
    for surface in ("feedback", "formgrade"):
        witness = Witness(chromium)
        html = page_of(surface, INPUTS["code"])
        planted = html.replace(
            "</body>", "<script>run()</script><a href='javascript:run()'>x</a><img src=x onerror=run()></body>"
        )
        assert planted != html
        seen = witness.look(planted)
        assert "ran" not in seen, surface
        assert "ran" in witness.look(planted.replace("Content-Security-Policy", "nothing")), surface


def test_marking_works(chromium):
    """Scores, buttons, comments and the bar's own scripts: as nbgrader made them."""
    witness = Witness(chromium)
    witness.html = page_of("formgrade", INPUTS["answer, Markdown: link"])
    page = witness.page
    page.goto(PAGE, wait_until="load")
    field = page.locator("input.score#answer-why")
    page.wait_for_timeout(700)  # nbgrader puts the cursor somewhere once its formulas are there
    assert "tabbable" in page.evaluate("document.activeElement.className")
    field.fill("1.5")
    field.press("Tab")
    page.locator("button.full-credit").click()
    page.locator("textarea.comment").fill("Say *why*.")
    page.locator("textarea.comment").blur()
    page.locator(".glyphicon-eye-open.name-hidden").click()
    page.wait_for_timeout(200)
    scores = [
        json.loads(seen.partition("{")[1] + seen.partition("{")[2]) for seen in witness.seen if seen.startswith("PUT g")
    ]
    assert [float(sent["manual_score"]) for sent in scores] == [1.5, 2.0]
    assert [seen for seen in witness.seen if "Say *why*." in seen and seen.startswith("PUT c")]
    assert page.locator("a.name-shown").is_visible()
    assert not [seen for seen in witness.seen if not seen.startswith("PUT")]


def test_a_pasted_picture_is_shown(chromium):
    """What honest people write stays: a picture from the clipboard, a formula, a link, a table."""
    cell = new_markdown_cell(
        "See ![plot](attachment:image%20one.png) and [PyTorch](https://pytorch.org), $a<b$.\n\n| a |\n|---|\n| 1 |",
        attachments={"image one.png": {"image/png": PIXEL}},
    )
    for surface in SURFACES:
        witness = Witness(chromium)
        witness.html = page_of(surface, new_notebook(cells=[cell]))
        witness.page.goto(PAGE, wait_until="load")
        assert witness.page.locator("img[alt=plot]").evaluate("image => image.naturalWidth") == 1, surface
        assert witness.page.locator("a[href='https://pytorch.org']").count() == 1, surface
        assert witness.page.locator("math").first.text_content() == "a<b", surface
        assert witness.page.locator("td").inner_text() == "1", surface
