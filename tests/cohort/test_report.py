"""Does the class report say what a class understood, truly, to everybody who may look at it, and to nobody else?"""

import json
import re
import shutil
from datetime import UTC, datetime, timedelta
from time import process_time

import bs4
import numpy as np
import pytest
from click.testing import CliRunner

from grader.cli import main
from grader.cohort.exports.marks import Mark, TaskMark
from grader.cohort.report import class_page, class_report, in_words, student_page, student_report
from grader.cohort.report.after_grading import after_grading
from grader.cohort.report.facts import Facts
from grader.cohort.report.figures import in_a_word, share_of, tells_apart
from grader.gradebook.pipelines import open_course
from grader.gradebook.writer import Result
from tests.gradebook.test_safe_html import active
from tests.submissions.made_up_class import ASSIGNMENT, make_class

FRAME = {"meta", "style", "rect fill"}  # what the page itself has: the hatching is named by a URL within it
HOSTILE = "</title><script>run()</script><img src=x onerror=run()>"


def task(name, score, most=2.0, to_mark=False, **record):
    """One task's mark with its evidence."""
    record = {"score": score, "max_score": most, "misconception": None, "hints": [], "note": "", "facets": []} | record
    return TaskMark(name, score, most, to_mark, record | {"read": "1.2"})


def mistaken(name, score, mistake, sentence="The kernel is flipped."):
    return task(name, score, misconception=mistake, hints=[sentence])


def small_class(**changes):
    """Three students; the third one's prose waits for its mark."""
    facts = Facts(
        ASSIGNMENT,
        {"s001": "", "s002": "", "s003": "", "s004": "", "s005": ""},
        [
            Mark(
                "s001",
                ASSIGNMENT,
                4.0,
                4.0,
                tasks=[task("corr2d", 2.0), task("why_no_error", 2.0)],
                evidence={"oddities": []},
            ),
            Mark(
                "s002",
                ASSIGNMENT,
                4.0,
                1.0,
                tasks=[mistaken("corr2d", 1.0, "flipped"), task("why_no_error", 0.0)],
                evidence={"oddities": ["cell check-corr2d was edited: put right"], "changes": ["corr2d: 2 -> 1"]},
            ),
            Mark(
                "s003",
                ASSIGNMENT,
                4.0,
                1.0,
                tasks=[mistaken("corr2d", 1.0, "flipped"), task("why_no_error", 0.0, to_mark=True)],
                evidence={"oddities": ["task corr2d: a call took longer than 5 seconds"]},
            ),
        ],
        ["s004"],
        ["s005"],
        {
            "corr2d": {"kind": "code", "points": 2, "read": "1.2", "cell": "check-corr2d"},
            "why_no_error": {"kind": "text", "points": 2, "read": "1.6", "cell": "answer-why_no_error"},
        },
        answers={"why_no_error": {"s001": "Because.", "s002": "", "s003": "It $a<b$."}},
    )
    for name, value in changes.items():
        setattr(facts, name, value)
    return facts


def test_figures_of_a_small_class():
    report = class_report("", ASSIGNMENT, small_class())
    assert report["scores"]["shares"] == {"s001": 1.0, "s002": 0.25, "s003": 0.5}  # of what has been marked
    assert (report["students"], report["not_final"]) == (3, 1)
    assert [(m["task"], m["mistake"], m["count"], m["students"]) for m in report["mistakes"]] == [
        ("corr2d", "flipped", 2, ["s002", "s003"])
    ]
    assert report["mistakes"][0]["sentence"] == "The kernel is flipped."
    code, prose = report["tasks"]
    assert (code["mean_share"], code["full"], code["part"], code["none"]) == (pytest.approx(2 / 3), 1, 2, 0)
    assert (prose["mean_share"], prose["to_mark_by_hand"], prose["blank"]) == (0.5, 1, ["s002"])
    assert report["handed_in_not_graded"] == ["s004"] and report["nothing_handed_in"] == ["s005"]
    assert list(report["limits"]) == ["s003"] and list(report["odd"]) == ["s002"] == list(report["changes"])


def test_what_waits_for_a_mark_is_not_a_zero():
    waiting = Mark("s001", ASSIGNMENT, 4.0, 2.0, tasks=[task("corr2d", 2.0), task("why_no_error", 0.0, to_mark=True)])
    assert share_of(waiting) == 1.0
    assert share_of(Mark("s001", ASSIGNMENT, 4.0, 0.0, tasks=[task("why_no_error", 0.0, to_mark=True)])) is None


@pytest.mark.parametrize(
    "case, mine, rest, says",
    [
        ("who is good at all is good at it", [0, 0, 0, 0, 0, 2, 2, 2, 2, 2], [0, 0, 1, 0, 1, 2, 1, 2, 2, 2], "yes"),
        ("chance", [0, 2, 0, 2, 0, 2, 0, 2, 0, 2], [0, 0, 1, 1, 2, 2, 0, 0, 1, 1], "no"),
        ("everybody solves it", [2] * 10, list(range(10)), "no: everybody has the same"),
        ("nine students", [0, 2, 0, 2, 0, 2, 0, 2, 2], list(range(9)), "too few students to say"),
    ],
)
def test_tasks_that_tell_students_apart_against_numpy(case, mine, rest, says):
    marks = [
        Mark(f"s{n}", ASSIGNMENT, 22.0, 0.0, tasks=[task("a", float(a)), task("b", float(b), 20.0)])
        for n, (a, b) in enumerate(zip(mine, rest, strict=True))
    ]
    found = tells_apart(small_class(marks=marks), "a")
    if found is not None:
        assert found == pytest.approx(np.corrcoef(mine, rest)[0, 1])
    assert in_a_word(found, dict.fromkeys(range(len(marks)))) == says, case


def test_the_page_is_one_quiet_file():
    html = class_page([small_class()])
    page = bs4.BeautifulSoup(html, "html.parser")
    assert set(active(html)) == FRAME
    assert "default-src 'none'" in html and not re.search(r"(src|href)=[\"']?(https?:|//|/)", html)
    for picture in page.find_all("svg"):
        assert picture["role"] == "img" and picture["aria-label"].endswith(".") or "%" in picture["aria-label"]
        assert picture.title.get_text() == picture["aria-label"]
    targets = {tag["id"] for tag in page.find_all(id=True)}
    assert {link["href"][1:] for link in page.find_all("a")} <= targets  # every link leads somewhere, by keyboard too
    assert "The kernel is flipped." in html and "held by <bdi>" in html
    assert page.find("math") is not None


def test_before_the_deadline_it_says_so():
    tomorrow = datetime.now(UTC).replace(tzinfo=None) + timedelta(days=1)
    facts = small_class(due=tomorrow)
    assert "before the deadline" in in_words(class_report("", ASSIGNMENT, facts))
    assert "this is what is there so far" in class_page([facts])
    assert "deadline" not in class_page([small_class(due=tomorrow - timedelta(days=2))])


def test_names_can_be_hidden_everywhere():
    page = bs4.BeautifulSoup(class_page([small_class()]), "html.parser")
    assert page.find(id="hide-names").find_next_sibling("main")
    for hidden in page.select(".who"):
        hidden.decompose()
    assert not re.search(r"s00[1-5]", page.get_text())


def test_nothing_in_it_is_taken_for_markup():
    facts = small_class(names={f"s00{n}": HOSTILE for n in range(1, 6)}, missing=[HOSTILE])
    facts.answers["why_no_error"]["s001"] = HOSTILE
    for mark in facts.marks:
        mark.evidence = {"oddities": [HOSTILE], "changes": [HOSTILE]}
        for of in mark.tasks:
            of.record |= {"hints": [HOSTILE], "misconception": HOSTILE, "note": HOSTILE}
            of.record["facets"] = [{"name": "x", "says": HOSTILE, "passed": False, "message": HOSTILE}]
            of.remark = HOSTILE
    assert active(class_page([facts])) == active(class_page([small_class()]))
    assert set(active(student_page([student_report(facts, "s002")]))) <= FRAME


def test_one_students_page_holds_nobody_elses_data():
    facts = small_class()
    report = student_report(facts, "s002")
    html = student_page([report])
    assert "s001" not in html + json.dumps(report) and "s003" not in html + json.dumps(report)
    assert report["read"] == ["1.2"] and "The kernel is flipped." in html
    assert [row["why"] for row in report["tasks"]] == ["The kernel is flipped.", "blank"]
    assert student_report(facts, "s004")["said"] == "handed in, not graded yet"
    assert student_report(facts, "s005")["said"] == "nothing handed in"


def test_the_words_fit_a_screen():
    text = in_words(class_report("", ASSIGNMENT, small_class()))
    assert "To mark: 1 answers to why_no_error" in text
    assert max(map(len, text.splitlines())) <= 120 and len(text.splitlines()) < 50


# -- a course folder


def report(*arguments):
    return CliRunner().invoke(main, ["report", *map(str, arguments)])


@pytest.fixture(scope="module")
def made_up(tmp_path_factory):
    root = tmp_path_factory.mktemp("made-up")
    make_class(root, 40)
    return root


@pytest.mark.slow
def test_report_of_a_course(made_up, tmp_path):
    done = report(ASSIGNMENT, "--course", made_up, "--json")
    assert done.exit_code == 0, done.output
    (found,) = json.loads(done.stdout)
    there = found["students"] + len(found["handed_in_not_graded"]) + len(found["nothing_handed_in"])
    assert there == 40
    assert found["missing"] == []
    assert report("--course", made_up, "--html", tmp_path / "report.html").exit_code == 0
    page = (tmp_path / "report.html").read_text()
    assert "The mistakes of this class" in page and "s001" in page
    assert report("--course", made_up, "--html", tmp_path / "shared.html", "--pseudonyms").exit_code == 0
    assert "s001" not in (tmp_path / "shared.html").read_text()
    listed = "".join(f"{s},Ann,Example,{s}@uni.edu,student\n" for s in found["scores"]["shares"])
    (made_up / "roster.csv").write_text(f"id,first_name,last_name,email,role\nt,,,,instructor\n{listed}")
    assert (
        found["nothing_handed_in"][0] in report(ASSIGNMENT, "--course", made_up).stdout
    )  # in no roster, which is said
    one = ["--student", "s001"]
    for form in ([], ["--json"], ["--html", tmp_path / "shared.html"], one, [*one, "--json"]):
        done = report(ASSIGNMENT, "--course", made_up, "--pseudonyms", *form)
        said = done.stdout + (tmp_path / "shared.html").read_text()
        assert done.exit_code == 0 and not re.search(r"\bs0\d\d\b|Example|uni\.edu", said), form
    (made_up / "roster.csv").unlink()
    graded = next(s for s, share in found["scores"]["shares"].items() if share is not None)
    other = next(s for s in found["scores"]["shares"] if s != graded)
    done = report(ASSIGNMENT, "--course", made_up, "--student", graded, "--html", tmp_path / "one.html")
    assert done.exit_code == 0 and other not in (tmp_path / "one.html").read_text()


@pytest.mark.slow
def test_a_run_of_grade_ends_in_a_screenful(made_up):
    """However many changed; a mark that a person gave is in it all the same."""
    students = [f"s{number:03}" for number in range(1, 41)]
    results = [
        Result(s, "graded", ["no time"], ["corr2d: 1 -> 2", "Conv2D: 0 -> 4 (the submission changed)"])
        for s in students
    ]
    results[-1].changes.append("why_no_error: 2 points given by hand, for the submission before: kept, look again")
    lines = after_grading(made_up, ASSIGNMENT, results).splitlines()
    assert len(lines) < 45
    assert "and 32 more (--verbose)" in lines and "This run: 40 graded." in lines
    assert not any("(the submission changed)" in line for line in lines)
    assert [line for line in lines if "no time" in line] == ["s001, s002, s003 and 37 more  no time"]
    assert any(line.startswith("s040  why_no_error: 2 points given by hand") for line in lines)
    assert any(line.startswith("To mark: ") for line in lines)


@pytest.mark.slow
def test_what_is_missing_is_said(made_up, tmp_path):
    """Each is one line and no traceback, and what there is is shown all the same."""
    for case, arguments, status, says in (
        ("no folder", ["--course", tmp_path / "none"], 2, "there is no such folder"),
        ("nothing in it", ["--course", tmp_path], 2, "nobody has handed in anything yet"),
        ("another assignment", ["7-attention", "--course", made_up], 2, "neither this course nor its gradebook has it"),
        ("unknown student", ["--student", "s0001", "--course", made_up], 2, "s0001: no such student; is it s001"),
    ):
        done = report(*arguments)
        assert (done.exit_code, says in done.output) == (status, True), (case, done.output)
        assert len(done.output.strip().splitlines()) == 1 and "Traceback" not in done.output, case
    assert list(tmp_path.iterdir()) == []  # asking makes no gradebook
    (tmp_path / "submitted" / "s001" / ASSIGNMENT).mkdir(parents=True)
    done = report("--course", tmp_path)
    assert done.exit_code == 0 and "Handed in and not graded yet: 1 (s001)" in done.output
    assert "there is no gradebook yet" in done.output
    (made_up / "roster.csv").write_text("id,first_name\nbroken\n")
    done = report(ASSIGNMENT, "--course", made_up)
    assert done.exit_code == 0 and "the roster is not used" in done.output
    people = "s001,,,,student\ns002,,,,withdrawn\nteacher,,,,instructor\nnew1,,,,student\n"
    (made_up / "roster.csv").write_text(f"id,first_name,last_name,email,role\n{people}")
    done = report(ASSIGNMENT, "--course", made_up, "--json")
    (found,) = json.loads(done.stdout)
    assert "s002" not in done.stdout and "teacher" not in done.stdout and "new1" in found["nothing_handed_in"]
    (made_up / "roster.csv").unlink()


@pytest.mark.slow
def test_a_gradebook_of_plain_nbgrader_has_scores_and_no_sentences(made_up, tmp_path):
    root = tmp_path / "plain"
    shutil.copytree(made_up, root)
    shutil.rmtree(root / "private" / "evidence")
    shutil.rmtree(root / "autograded")
    with open_course(root).gradebook as gradebook:
        gradebook.find_assignment(ASSIGNMENT).notebooks[0].grade_cells[0].name = "check-of_last_year"
        gradebook.db.commit()
    done = report(ASSIGNMENT, "--course", root)
    assert done.exit_code == 0 and "students graded; half of them" in done.output
    assert "graded by another version of the course: check-of_last_year" in done.output
    assert re.search(r"no sentences for \d+ of \d+ students: they were graded without this grader", done.output)


def test_a_pack_that_cannot_be_read_is_said(tmp_path, monkeypatch):
    from grader.cohort.report import facts
    from grader.packs.reading import PackError

    def unreadable(assignment):
        raise PackError(f"{assignment}.json: does not belong to the tasks as they are now")

    monkeypatch.setattr(facts, "load_public", unreadable)
    (tmp_path / "submitted" / "s001" / ASSIGNMENT).mkdir(parents=True)
    done = report(ASSIGNMENT, "--course", tmp_path)
    assert done.exit_code == 0 and "not graded yet: 1 (s001)" in done.output
    assert "does not belong to the tasks as they are now" in done.output


@pytest.mark.campaign
def test_a_thousand_students(tmp_path):
    make_class(tmp_path, 1_000)
    started = process_time()  # of this process alone: what else the machine does is not the report's
    assert report(ASSIGNMENT, "--course", tmp_path, "--html", tmp_path / "report.html").exit_code == 0
    assert process_time() - started < 30
