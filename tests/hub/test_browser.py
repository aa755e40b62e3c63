"""Can a term be taught and learned in a browser alone, from the release of an assignment to its feedback?

Screenshots of every step are kept in build/hub/screenshots/.
"""

import itertools
import re
import runpy
import shutil
import time
from datetime import UTC, datetime
from pathlib import Path

import nbformat
import pytest

from deploy.settings import CHECKOUT
from tests.hub.driver import ASSIGNMENT, COURSE, NOTEBOOK, PASSWORD
from tests.submissions.build import HERE, example, fill, parts, released

pytestmark = [pytest.mark.hub, pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(900)]

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SCREENS = CHECKOUT / "build" / "hub" / "screenshots"
FILE = f"{ASSIGNMENT}/{NOTEBOOK}.ipynb"
START = runpy.run_path(str(CHECKOUT / "deploy" / "roles" / "extensions" / "convolutions_start.py"))
EARLIER = "2-edge-detection"  # released before, by command line; ASSIGNMENT is released in the browser
WRITTEN = "answer-why_no_error"
FULL = 18  # points that the referee gives the model solution, and the instructor 1.5 of 2 to its written answer
# what browsers complain about and why it is not ours; anything else fails the test
NOT_OURS = (
    (
        r"ERR_NAME_NOT_RESOLVED.*cdnjs\.cloudflare\.com/.*mathjax",
        "nbgrader's pages load MathJax from a CDN: no network",
    ),
    (r"MathJax is not defined", "the same"),
    (r"glyphicons-halflings-regular", "nbgrader's feedback names an icon font that does not come with the page"),
    (r"Blocked script execution in 'blob:", "JupyterLab shows HTML files, such as feedback, without their scripts"),
)
PICTURE = re.compile(r"<(?:img|svg)[\s>]")
SEEN = """pictures => pictures.map(picture => {
  const {width, height} = picture.getBoundingClientRect();
  return [picture.tagName == "svg" || (picture.complete && picture.naturalWidth > 0), width, height];
})"""


class Seat:
    """Somebody at a browser of their own; what any of its pages complains about is in `problems`."""

    def __init__(self, browser, hub, name, folder, numbers):
        self.hub, self.name, self.folder, self.numbers = hub, name, folder, numbers
        self.context = browser.new_context(viewport={"width": 1280, "height": 900})
        self.context.set_default_timeout(60_000)
        self.problems = []
        self.context.on("weberror", lambda error: self.problems.append(f"page error: {error.error}"))
        self.context.on("console", self._heard)
        self.page = self.context.new_page()

    def _heard(self, message):
        if message.type == "error":
            self.problems.append(f"console: {message.text} [{message.location.get('url', '')}]")

    def ours(self):
        """What the pages complained about, without what is known to be of others."""
        return [p for p in self.problems if not any(re.search(pattern, p) for pattern, _ in NOT_OURS)]

    def shoot(self, what, page=None):
        """Keep a screenshot."""
        (page or self.page).screenshot(path=self.folder / f"{next(self.numbers):02}-{self.name}-{what}.png")

    def sign_in(self):
        """Fill in the log-in form; the hub then starts the server."""
        self.page.goto(self.hub.url)
        self.page.locator("#username_input").fill(self.name)
        self.page.locator("#password_input").fill(PASSWORD)
        self.shoot("log-in")
        self.page.locator("#login_submit").click()
        self.page.wait_for_url(f"**/user/{self.name}/lab**")

    def log_in(self):
        """Sign in for the first time, and wait for what JupyterLab opens then."""
        self.sign_in()
        self.page.locator(".jp-LauncherCard, .jp-MarkdownViewer h1").first.wait_for()
        self.page.wait_for_timeout(3000)  # what pops up does so by now
        self.shoot("lab")
        assert self.page.get_by_text("notified about official Jupyter news").count() == 0

    def menu(self, name, command):
        """Choose an entry of a menu."""
        self.page.locator(f".lm-MenuBar-itemLabel:text-is('{name}')").click()
        self.page.locator(f"li[data-command='{command}']:visible").click()


@pytest.fixture(scope="module")
def browser():
    """One browser for the module: a process can have one Playwright at a time."""
    sync_api = pytest.importorskip("playwright.sync_api")
    if not Path(CHROMIUM).exists():
        pytest.skip("Debian's package chromium is not installed")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=FLAGS)
        yield browser
        browser.close()


@pytest.mark.parametrize("topology", ["one_class", "shared_grader"])
def test_a_course_in_the_browser(start_hub, browser, topology):
    folder, numbers = SCREENS / topology, itertools.count(1)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with start_hub(topology, assignments=[EARLIER]) as hub:
        teacher, student = (Seat(browser, hub, name, folder, numbers) for name in ("instructor1", "s001"))
        try:
            formgrader = opens_formgrader(teacher)
            releases(teacher, formgrader)
            fetches(student)
            runs_and_explores(student)
            solves_until_valid(student)
            submits(student)
            collects_and_grades(teacher, formgrader)
            marks_the_written_answer(teacher, formgrader)
            gives_feedback(teacher, formgrader)
            reads_feedback(student)
            sees_that_the_date_moved(teacher, formgrader, student)
        except BaseException:
            for seat in (teacher, student):
                seat.shoot("stopped-here")
            raise
        finally:
            for seat in (teacher, student):
                (folder / f"{seat.name}.txt").write_text("\n".join(seat.problems))
                seat.context.close()
        assert teacher.ours() == []
        assert student.ours() == []
        nothing_that_is_put_into_a_list_runs(browser, hub, folder, numbers)


def in_words(date):
    """A date in UTC as the start page says it."""
    return START["in_words"](datetime.fromisoformat(date).replace(tzinfo=UTC))


def outputs_of(nb):
    """Every output that may hold a picture."""
    return [output.get("data", {}) for cell in nb.cells for output in cell.get("outputs", [])]


def html_and_png(data):
    """What a page shows of an output: its HTML, or else one picture if there is one."""
    return data.get("text/html", ""), int("image/png" in data)


def sees_that_the_date_moved(teacher, frame, student):
    """Another date in formgrader; the student reloads and reads it, with what was fetched as a link."""
    sets_due_date(teacher, frame, "2036-12-11T22:59")
    file, wanted = student.hub.home(student.name) / "START.md", in_words("2036-12-11T22:59")
    limit = time.monotonic() + 2 * START["SECONDS"]
    while wanted not in file.read_text(encoding="utf-8"):
        assert time.monotonic() < limit, "the start page was not written again"
        time.sleep(1)
    page = student.page
    page.goto(f"{student.hub.url}/user/{student.name}/")
    start = page.locator(".jp-MarkdownViewer")
    row = start.locator("tr", has_text=ASSIGNMENT)
    row.get_by_text(wanted).wait_for()
    student.shoot("date-moved")
    row.locator("a", has_text=ASSIGNMENT).click()
    page.locator(".jp-NotebookPanel h1", has_text="Cross-correlation").wait_for()


INJECTED = """() => {
  window.ran = [];
  const script = document.createElement("script");
  script.textContent = "window.ran.push('script')";
  document.body.appendChild(script);
  $("#main-table").append("<tr><td><script>window.ran.push('jquery')</" + "script></td></tr>");
  document.body.insertAdjacentHTML("beforeend", "<img src=x onerror=window.ran.push('handler')>");
  document.body.insertAdjacentHTML("beforeend", "<a id=link href=javascript:window.ran.push('link')>.</a>");
  document.getElementById("link").click();
}"""


def nothing_that_is_put_into_a_list_runs(browser, hub, folder, numbers):
    """On formgrader's pages as they are sent, and with the policy taken away, where the same things do run."""
    pages = ("manage_assignments", "gradebook", "manage_students", f"manage_submissions/{ASSIGNMENT}")
    prefix = "/user/instructor1/formgrader/" if hub.topology == "one_class" else f"/services/{COURSE}/formgrader/"
    seat = Seat(browser, hub, "instructor1", folder, numbers)
    try:
        seat.sign_in()
        ran = {}
        for guarded in (True, False):
            if not guarded:
                seat.context.route("**/formgrader/*", without_policy)
                seat.context.route("**/formgrader/*/*", without_policy)
            for name in pages:
                seat.page.goto(hub.url + prefix + name)
                seat.page.locator("#main-table tr").first.wait_for()
                try:
                    seat.page.evaluate(INJECTED)
                except Exception as error:  # jQuery's own evaluation says that it was refused
                    assert "Content Security Policy" in str(error), error
                seat.page.wait_for_timeout(500)
                ran[name, guarded] = sorted(seat.page.evaluate("window.ran"))
        assert ran == {(name, True): [] for name in pages} | {
            (name, False): ["handler", "jquery", "link", "script"] for name in pages
        }
        seat.context.unroute_all()
        seat.page.goto(hub.url + prefix + "manage_students")
        seat.page.get_by_text("Add new student...").click()  # a handler in nbgrader's own template
        seat.page.locator(".modal-dialog").first.wait_for()
    finally:
        seat.context.close()


def without_policy(route):
    """Hand a page on without its policy."""
    answer = route.fetch()
    headers = {name: value for name, value in answer.headers.items() if name != "content-security-policy"}
    route.fulfill(response=answer, headers=headers)


# -- the instructor releases


def opens_formgrader(teacher):
    """Open formgrader in JupyterLab and return its frame."""
    teacher.log_in()
    if teacher.hub.topology == "one_class":
        teacher.menu("Nbgrader", "nbgrader:open-formgrader")
    else:
        teacher.page.goto(f"{teacher.hub.url}/services/{COURSE}/")
    frame = teacher.page.frame_locator("#formgrader-iframe iframe")
    row_of(frame).wait_for()
    teacher.shoot("formgrader")
    return frame


def row_of(frame, name=ASSIGNMENT):
    """The row of an assignment in formgrader's list."""
    return frame.locator(f"#main-table tr:has(a:text-is('{name}'))")


def press(seat, frame, button, what):
    """Press a button of formgrader, wait for its word, keep a picture of it and close it."""
    button.click()
    modal = frame.locator("#success-modal, #error-modal")
    modal.wait_for()
    seat.page.wait_for_timeout(500)  # it slides in
    seat.shoot(what)
    assert frame.locator("#error-modal").count() == 0, modal.inner_text()[-2000:]
    modal.locator("button.btn").last.click()
    frame.locator(".modal-backdrop").wait_for(state="detached")


def sets_due_date(teacher, frame, date):
    """The pencil, the date, Save; `date` as a browser's field for it has it, in UTC."""
    row_of(frame).locator(".edit a").click()
    modal = frame.locator("#edit-assignment-modal")
    modal.locator("input.modal-duedate").fill(date)
    modal.locator("input.modal-timezone").fill("+0000")
    teacher.shoot("due-date")
    modal.locator("button.save").click()
    frame.locator(".modal-backdrop").wait_for(state="detached")
    row_of(frame).locator(".duedate", has_text=date[:10]).wait_for()


def releases(teacher, frame):
    """Set the due date, generate, preview, release."""
    hub = teacher.hub
    outbound = Path(hub.settings.exchange) / COURSE / "outbound"
    sets_due_date(teacher, frame, "2036-12-04T22:59")
    # what came with the checkout, or an earlier Generate made, is replaced and not kept
    old = hub.root / "release" / FILE
    old.write_text(old.read_text(encoding="utf-8").replace("Cross-correlation", "An old release"), encoding="utf-8")
    press(teacher, frame, row_of(frame).locator(".assign a"), "generate")
    made = nbformat.read(hub.root / "release" / FILE, as_version=4)
    assert [c.source for c in made.cells] == [c.source for c in released(ASSIGNMENT).cells]

    row_of(frame).locator(".preview a").click()
    entry = teacher.page.locator(f".jp-DirListing-item[title*='{NOTEBOOK}.ipynb']")
    entry.wait_for()
    entry.dblclick()
    stub = teacher.page.locator(".jp-NotebookPanel .cm-content", has_text="YOUR CODE HERE").first
    stub.wait_for(state="attached")
    stub.scroll_into_view_if_needed()
    teacher.page.locator("#jp-main-statusbar :text('| Idle')").wait_for()
    teacher.shoot("preview")

    teacher.page.locator(".lm-TabBar-tab", has_text="Formgrader").first.click()
    assert not (outbound / ASSIGNMENT).exists()
    press(teacher, frame, row_of(frame).locator(".release a"), "release")
    assert (outbound / FILE).exists()


# -- the student works


def fetches(student):
    """Log in, read what is due, open the list of assignments, press Fetch."""
    student.log_in()
    page, home = student.page, student.hub.home(student.name)
    start = page.locator(".jp-MarkdownViewer")
    start.locator("tr", has_text=ASSIGNMENT).get_by_text(in_words("2036-12-04T22:59")).wait_for()
    assert start.locator("tr", has_text=EARLIER).get_by_text("no date set").count() == 1
    student.menu("Nbgrader", "nbgrader:open-assignment-list")
    entry = page.locator("#released_assignments_list > .list_item", has_text=ASSIGNMENT)
    entry.wait_for()
    student.shoot("assignment-list")
    entry.locator(".item_status button").click()
    page.locator("#fetched_assignments_list a", has_text=ASSIGNMENT).wait_for()
    student.shoot("fetched")
    assert (home / FILE).exists()


def runs_and_explores(student):
    """Open the notebook, run it up to the first check that fails, and use an explorer by mouse and by keyboard."""
    solve_most(student.hub.home(student.name) / FILE)
    page = student.page
    page.locator("#fetched_assignments_list a", has_text=ASSIGNMENT).click()
    page.locator(f"#fetched_assignments_list a:text-is('{NOTEBOOK}')").click()
    page.locator(".jp-NotebookPanel h1", has_text="Cross-correlation").wait_for()
    page.locator("#jp-main-statusbar :text('| Idle')").wait_for()
    student.shoot("notebook")
    student.menu("Run", "runmenu:run-all")
    stepper = page.locator(".explorer.window-stepper")
    reads(stepper, "output[0, 0] = 1 × 1 + 1 × (−1) = 0")
    stepper.scroll_into_view_if_needed()

    # by mouse: the next number of the output, then a click on the output itself
    stepper.locator("[data-name=next]").click()
    reads(stepper, "output[0, 1] = 1 × 1 + 0 × (−1) = 1")
    stepper.locator("[data-grid=output] [data-cell='2,5']").click()
    reads(stepper, "output[2, 5] = 0 × 1 + 1 × (−1) = −1")
    student.shoot("explorer-by-mouse")

    # by keyboard: a weight, which JupyterLab's own shortcuts must not eat, then the step
    stepper.get_by_label("kernel, row 0, column 1").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("3")
    reads(stepper, "output[2, 5] = 0 × 1 + 1 × 3 = 3")
    stepper.locator("[data-name=step]").focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    reads(stepper, "output[5, 5] = 0 × 1 + 1 × 3 = 3")
    student.shoot("explorer-by-keyboard")


def reads(stepper, text):
    """Wait until the read-out says `text`."""
    stepper.locator(".readout", has_text=text).wait_for(timeout=10_000)


def solve_most(path):
    """Write the model solution into the fetched notebook, but for `corr2d` and the written answer."""
    text = (HERE / ASSIGNMENT / "model.py").read_text(encoding="utf-8")
    left = "".join(f"# %% {part}" for part in text.split("# %% ")[1:] if part.split()[0] not in ("corr2d", WRITTEN))
    nbformat.write(fill(nbformat.read(path, as_version=4), left), path)


def solution(name, cell):
    """The source that an example submission puts into a cell."""
    text = (HERE / ASSIGNMENT / f"{name}.py").read_text(encoding="utf-8")
    return next(source for _, grade_id, source in parts(text) if grade_id == cell)


def solves_until_valid(student):
    """Solve wrongly, read our message in Validate's dialog, solve, and pass."""
    page = student.page
    types(page, "def corr2d(X, K):", solution("flipped", "corr2d"))
    passed, said = validates(student, "validate-fails")
    assert not passed
    assert "corr2d" in said and "This is the true convolution" in said
    assert "You did not provide a response" in said
    types(page, "def corr2d(X, K):", solution("model", "corr2d"))
    answer = page.locator(".jp-MarkdownOutput", has_text="YOUR ANSWER HERE")
    answer.scroll_into_view_if_needed()
    answer.click()
    page.keyboard.press("Enter")
    page.locator(".jp-MarkdownCell .cm-content:focus").wait_for()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(solution("model", WRITTEN))
    page.keyboard.press("Control+Enter")
    passed, said = validates(student, "validate-passes")
    assert passed, said
    saved = nbformat.read(student.hub.home(student.name) / FILE, as_version=4)
    assert [c.source for c in saved.cells] == [c.source for c in example(ASSIGNMENT, "model").cells]


def types(page, mark, code):
    """Replace the code cell that holds `mark`, and run it."""
    cell = page.locator(".jp-CodeCell", has=page.locator(f".cm-content:has-text('{mark}')")).first
    cell.scroll_into_view_if_needed()
    cell.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(code)
    page.keyboard.press("Control+Enter")


def validates(student, what):
    """Press Validate; return whether it passes and what its dialog says."""
    page = student.page
    page.locator("jp-button.validate-button:visible").click()
    dialog = page.locator(".nbgrader-SuccessDialog, .nbgrader-ErrorDialog")
    dialog.wait_for()
    student.shoot(what)
    found = page.locator(".nbgrader-SuccessDialog").count() > 0, " ".join(dialog.inner_text().split())
    page.locator("button.jp-mod-accept").click()
    return found


def submits(student):
    """Press Submit in the list of assignments."""
    page, inbound = student.page, Path(student.hub.settings.exchange) / COURSE / "inbound"
    page.locator(".lm-TabBar-tab", has_text="Assignments").first.click()
    page.locator("#fetched_assignments_list .list_item", has_text=ASSIGNMENT).locator(
        "button:has-text('Submit')"
    ).first.click()
    page.locator("#submitted_assignments_list > .list_item", has_text=ASSIGNMENT).first.wait_for()
    student.shoot("submitted")
    (folder,) = inbound.glob(f"{student.name}+{ASSIGNMENT}+*")
    assert (folder / f"{NOTEBOOK}.ipynb").read_bytes() == (student.hub.home(student.name) / FILE).read_bytes()


# -- the instructor grades


def collects_and_grades(teacher, frame):
    """Collect, then the Autograde button; the referee's scores are in the gradebook."""
    press(teacher, frame, row_of(frame).locator(".collect a"), "collect")
    handed_in = teacher.hub.root / "submitted" / "s001" / FILE
    assert [c.source for c in nbformat.read(handed_in, as_version=4).cells] == [
        c.source for c in example(ASSIGNMENT, "model").cells
    ]
    row_of(frame).locator(".num-submissions a").click()
    row = frame.locator("#main-table tr", has_text="s001")
    row.locator(".autograde a").wait_for()
    teacher.shoot("submissions")
    press(teacher, frame, row.locator(".autograde a"), "autograde")
    row.locator(".status", has_text="needs manual grading").wait_for()
    teacher.shoot("autograded")
    assert row.locator(".score").inner_text() == f"{FULL} / 20"
    assert (teacher.hub.root / "private" / "evidence" / ASSIGNMENT / "s001.json").exists()


def marks_the_written_answer(teacher, frame):
    """Find the written answer, read its rubric, give points and a comment."""
    frame.locator("a:text-is('Manual Grading')").click()
    frame.locator(f"#main-table a:text-is('{ASSIGNMENT}')").click()
    frame.locator(f"#main-table a:text-is('{NOTEBOOK}')").click()
    frame.locator("#main-table a:has-text('Submission')").first.click()
    rubric = frame.get_by_text("For the marker only:")
    rubric.wait_for()
    rubric.scroll_into_view_if_needed()
    teacher.shoot("marking-rubric")
    assert frame.get_by_text("Model answer.").count() == 1
    score = frame.locator(f"input.score[id='{WRITTEN}']")
    score.fill("1.5")
    score.press("Tab")
    comment = frame.locator(f"[id='{WRITTEN}-comment']")
    comment.fill("Say which tensor is a leaf.")
    comment.press("Tab")
    teacher.page.wait_for_timeout(1500)
    teacher.shoot("marked")


def gives_feedback(teacher, frame):
    """Generate and release feedback."""
    frame.locator(".breadcrumb a:text-is('Manual Grading')").click()
    frame.locator("a:text-is('Manage Assignments')").click()
    press(teacher, frame, row_of(frame).locator(".generate-feedback a"), "generate-feedback")
    press(teacher, frame, row_of(frame).locator(".release-feedback a"), "release-feedback")


# -- the student reads


def reads_feedback(student):
    """Fetch feedback, open the page, see its pictures and the score."""
    page = student.page
    page.locator("#refresh_assignments_list").click()
    page.locator("#submitted_assignments_list button:has-text('Fetch Feedback')").first.click()
    link = page.locator("#submitted_assignments_list a:has-text('view feedback')").first
    link.wait_for()
    student.shoot("feedback-fetched")
    link.click()
    page.locator(f".jp-DirListing-item[title*='{NOTEBOOK}.html']").dblclick()
    view = page.frame_locator(".jp-HTMLViewer iframe")
    view.get_by_text(f"{NOTEBOOK} (Score: {FULL + 1.5} / 20.0)").wait_for()
    student.shoot("feedback")
    pictures = view.locator("img, svg").evaluate_all(SEEN)
    graded = nbformat.read(student.hub.root / "autograded" / "s001" / FILE, as_version=4)
    shown = [len(PICTURE.findall(html)) or png for html, png in map(html_and_png, outputs_of(graded))]
    assert len(pictures) == sum(shown) > 10, "every figure of the notebook, and its explorer as a still picture"
    assert all(loaded and width > 50 and height > 50 for loaded, width, height in pictures), pictures
    view.locator("svg").scroll_into_view_if_needed()
    student.shoot("feedback-explorer")
    comment = view.get_by_text("Say which tensor is a leaf.")
    comment.scroll_into_view_if_needed()
    numbers = view.get_by_role("cell", name="3", exact=True).first
    assert numbers.evaluate("cell => parseFloat(getComputedStyle(cell).paddingLeft)") > 3, "numbers run into each other"
    student.shoot("feedback-comment")
