"""The page of a class: looked at before the next lesson, from the figures that `class_report` counts."""

from html import escape

from course.checking.feedback import code_marks
from grader.cohort.exports.marks import TaskMark
from grader.cohort.report import drawing
from grader.cohort.report.data import ClassReport, MistakeFigures
from grader.cohort.report.facts import Facts
from grader.cohort.report.figures import TOO_FEW, class_report
from grader.cohort.report.needs_a_person import how_many, names, needs_a_person, who_they_are
from grader.cohort.report.page_frame import page
from grader.cohort.report.questions import questions

MOST_MISTAKES = 12  # shown at once
SWITCH = (
    '<input type="checkbox" id="hide-names" class="switch"> '
    '<label for="hide-names" class="switch">Hide names, to show this page to others</label>'
)

APART_HEAD = '<th scope="col">tells students apart</th>'
APART = (
    "“Tells students apart”: the correlation of a task with the rest of the assignment. A task that says no is one "
    "that nearly all solve, nearly nobody, or whoever guesses."
)
NOT_APART = "These are too few students to say which tasks tell students apart."


def class_page(classes: list[Facts]) -> str:
    """Return one page for all the assignments given."""
    parts = [_assignment(facts, class_report("", facts.assignment, facts)) for facts in classes]
    title = classes[0].assignment if len(classes) == 1 else "The class report"
    links = "".join(f'<a href="#{_id(facts)}">{escape(facts.assignment)}</a>' for facts in classes)
    head = f"<h1>The class report</h1><nav>{links}</nav>" if len(classes) > 1 else ""
    return page(title, head + "\n".join(parts), switch=SWITCH)


def _assignment(facts: Facts, report: ClassReport) -> str:
    here = _id(facts)
    sections = [
        ("scores", "Scores", _scores(report)),
        ("mistakes", "The mistakes of this class", _mistakes(facts, report)),
        ("tasks", "Task by task", _tasks(report)),
        ("person", "What needs a person", needs_a_person(facts, report)),
        ("answers", "Written answers", questions(facts, here)),
        ("students", "Student by student", _students(facts, report)),
    ]
    shown = [(name, title, body) for name, title, body in sections if body]
    links = "".join(f'<a href="#{here}-{name}">{title}</a>' for name, title, _ in shown)
    body = "".join(f'<section><h2 id="{here}-{name}">{title}</h2>{body}</section>' for name, title, body in shown)
    return f'<h1 id="{here}">{escape(facts.assignment)}</h1>{_missing(report)}{_cards(report)}<nav>{links}</nav>{body}'


def _id(facts: Facts) -> str:
    return "a-" + "".join(letter if letter.isalnum() else "-" for letter in facts.assignment)


def _missing(report: ClassReport) -> str:
    lines = [f"<li>{escape(what)}</li>" for what in report["missing"]]
    if report["before_deadline"]:
        lines.insert(0, f"<li>The deadline is {report['due']}: this is what is there so far.</li>")
    if report["watched"]:
        lines.append(f"<li>{escape(report['watched'])} (<code>python -m grader watch --log</code>).</li>")
    return f'<ul class="quiet">{"".join(lines)}</ul>' if lines else ""


def _cards(report: ClassReport) -> str:
    to_mark = sum(row["to_mark_by_hand"] for row in report["tasks"])
    cards: list[tuple[int | str, str, str]] = [(report["students"], "students graded", "")]
    if report["scores"]["quartiles"]:
        cards.append((f"{report['scores']['quartiles'][1]:.0%}", "of the points: the median", ""))
    cards += [
        (to_mark, "written answers to mark", "person"),
        (len(report["handed_in_not_graded"]), "handed in, not graded yet", "person"),
        (len(report["nothing_handed_in"]), "handed in nothing", ""),
        (len(report["limits"]), "hit a limit", "person"),
        (len(report["odd"]), "with something odd", "person"),
        (len(report["changes"]), "changed by a regrade", "person"),
    ]
    shown = [card for place, card in enumerate(cards) if card[0] or place == 0]
    boxes = [f'<div class="card {kind}"><b>{count}</b>{says}</div>' for count, says, kind in shown]
    return f'<div class="cards">{"".join(boxes)}</div>'


def _scores(report: ClassReport) -> str:
    shares = [share for share in report["scores"]["shares"].values() if share is not None]
    quartiles = report["scores"]["quartiles"]
    if not quartiles:
        return ""
    low, middle, high = quartiles
    mean = sum(shares) / len(shares)
    said = f"Half of the class lies between {low:.0%} and {high:.0%} of the points; the mean is {mean:.0%}."
    if report["not_final"]:
        said += f" {report['not_final']} scores are not final: what waits for a mark is left out, not counted as 0."
    return f"{drawing.histogram(shares)}<p>{said}</p>"


def _mistakes(facts: Facts, report: ClassReport) -> str:
    if not report["mistakes"]:
        return '<p class="quiet">No known mistake was recognised.</p>' if facts.marks else ""
    shown = [_mistake(facts, place, entry) for place, entry in enumerate(report["mistakes"], 1)]
    frequent, rare = shown[:MOST_MISTAKES], shown[MOST_MISTAKES:]
    more = f"<details><summary>{len(rare)} rarer mistakes</summary>{''.join(rare)}</details>" if rare else ""
    return "".join(frequent) + more


def _mistake(facts: Facts, place: int, entry: MistakeFigures) -> str:
    share = f"{entry['share']:.0%}"
    bar = drawing.share_bar(entry["share"], f"{share} of the students")
    read = f" · section {escape(entry['read'])}" if entry["read"] else ""
    return (
        f'<div class="mistake"><p>{bar} <b>{share}</b>, {how_many(entry["students"])}'
        f' · <code>{escape(entry["task"])}</code><span class="quiet"> {escape(entry["mistake"])}{read}</span></p>'
        f'<p class="sentence">{place}. {code_marks(entry["sentence"])}</p>'
        f"{who_they_are(facts, entry['students'], 'held by ', ' who hold it')}</div>"
    )


def _tasks(report: ClassReport) -> str:
    if not report["students"]:
        return ""
    rows = []
    apart = any(row["tells_apart"] != TOO_FEW for row in report["tasks"])
    for row in report["tasks"]:
        unfinished = row["mean_share"] is None or row["to_mark_by_hand"]  # of those marked so far it would be no mean
        mean = "" if unfinished else f"{row['mean_share']:.0%}"
        hard = sorted(row["facets"], key=lambda facet: facet["passed"])[:2]
        facets = "; ".join(
            f"{facet['passed']:.0%} pass: {code_marks(facet['says'])}" for facet in hard if facet["passed"] < 1
        )
        correlation = "" if row["correlation"] is None else f" ({row['correlation']:.2f})"
        unexplained = f"{row['unexplained']} wrong, and no known mistake" if row["unexplained"] else ""
        rows.append(
            f'<tr><th scope="row"><code>{escape(row["task"])}</code></th><td class="number">{row["points"] or 0:g}</td>'
            f'<td class="number">{mean}</td><td class="bar">{drawing.task_bar(row)}</td>'
            + (f"<td>{'' if row['to_mark_by_hand'] else row['tells_apart'] + correlation}</td>" if apart else "")
            + f'<td class="quiet">{"<br>".join(filter(None, [facets, unexplained]))}</td></tr>'
        )
    return (
        f'{drawing.legend()}<div class="wide"><table><thead><tr><th scope="col">task</th><th scope="col">points</th>'
        f'<th scope="col">mean</th><th scope="col">students</th>{APART_HEAD if apart else ""}'
        f'<th scope="col">what was hardest</th></tr></thead><tbody>{"".join(rows)}</tbody></table></div>'
        f'<p class="quiet">{APART if apart else NOT_APART}</p>'
    )


def _students(facts: Facts, report: ClassReport) -> str:
    if not facts.marks:
        return ""
    tasks = [row["task"] for row in report["tasks"]]
    head = "".join(f'<th scope="col">{escape(task)}</th>' for task in tasks)
    rows = []
    for mark in sorted(facts.marks, key=lambda mark: facts.name(mark.student).lower()):
        of = {task.task: task for task in mark.tasks}
        cells = "".join(_square(of.get(task)) for task in tasks)
        share = report["scores"]["shares"][mark.student]
        total = "" if share is None else f"{share:.0%}"
        rows.append(
            f'<tr><th scope="row" class="who">{names(facts, [mark.student])}</th>{cells}<td><b>{total}</b></td></tr>'
        )
    return (
        '<p class="quiet">Points in each task; the darker, the fewer; ? waits for a mark.</p><div class="wide">'
        f'<table class="class"><thead><tr><th scope="col" class="who">student</th>{head}'
        f'<th scope="col">of the points</th></tr></thead><tbody>{"".join(rows)}</tbody></table></div>'
    )


def _square(task: TaskMark | None) -> str:
    if task is None:
        return "<td>–</td>"
    if task.to_mark:
        return '<td title="waits for a mark">?</td>'
    share = task.score / task.max_score if task.max_score else 1.0
    return f'<td style="{drawing.shade(min(max(share, 0), 1))}">{task.score:g}</td>'
