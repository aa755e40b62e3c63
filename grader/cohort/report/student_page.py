"""One student's page, to talk over in office hours: what is understood, what to read next, and nobody else's data."""

from html import escape

from course.checking.feedback import code_marks
from grader.cohort.exports.marks import Mark, TaskMark
from grader.cohort.exports.spreadsheets import points
from grader.cohort.report import drawing
from grader.cohort.report.data import StudentReport, StudentTask
from grader.cohort.report.facts import Facts
from grader.cohort.report.figures import is_blank, share_of, task_names
from grader.cohort.report.page_frame import page
from grader.gradebook.markdown import render


def student_report(facts: Facts, student: str) -> StudentReport:
    """Return what is known of one student as plain data."""
    mark = next((mark for mark in facts.marks if mark.student == student), None)
    found: StudentReport = {
        "assignment": facts.assignment,
        "student": student,
        "name": facts.name(student),
        "said": _said(facts, student, mark),
        "share": share_of(mark) if mark else None,
        "tasks": [],
        "read": [],
        "odd": mark.oddities if mark else [],
        "changes": mark.changes if mark else [],
        "missing": facts.missing,
    }
    of = {task.task: task for task in mark.tasks} if mark else {}
    for name in task_names(facts) if mark else []:
        if name in of:
            found["tasks"].append(_task(facts, student, of[name]))
    sections = [(task["read"], task["lost"]) for task in found["tasks"] if task["lost"] and task["read"]]
    found["read"] = list(dict.fromkeys(section for section, _ in sorted(sections, key=lambda entry: -entry[1])))
    return found


def student_page(reports: list[StudentReport]) -> str:
    """Return the page of one student, all assignments given."""
    body = f"<h1>{escape(reports[0]['name'])}</h1>" + "".join(_assignment(report) for report in reports)
    return page(f"{reports[0]['name']}: what is understood", body)


def _said(facts: Facts, student: str, mark: Mark | None) -> str:
    if mark and mark.score is not None:
        open_points = sum(task.max_score for task in mark.tasks if task.to_mark)
        waits = f" (written answers, up to {points(open_points)} more, wait for their marks)" if open_points else ""
        late = f", {points(mark.penalty)} taken off for lateness" if mark.penalty else ""
        return f"{points(mark.score)} of {points(mark.max_score - open_points)} points{late}{waits}"
    return "handed in, not graded yet" if student in facts.waiting else "nothing handed in"


def _task(facts: Facts, student: str, task: TaskMark) -> StudentTask:
    record, entry = task.record, facts.tasks.get(task.task)
    lost = 0 if task.to_mark else max(0.0, task.max_score - task.score)
    blank = is_blank(facts, student, task)
    why = "waits for a mark" if task.to_mark else "blank" if blank else task.why if lost else ""
    return {
        "task": task.task,
        "points": f"{points(task.score)} of {points(task.max_score)}"
        if not task.to_mark
        else f"? of {points(task.max_score)}",
        "share": None if task.to_mark or not task.max_score else task.score / task.max_score,
        "lost": lost,
        "why": why,
        "passed": [facet["says"] for facet in record["facets"] if facet["passed"]] if record else [],
        "read": (record["read"] if record else "") or (entry["read"] if entry else ""),
        "answer": facts.answers.get(task.task, {}).get(student, ""),
        "remark": task.remark,
    }


def _assignment(report: StudentReport) -> str:
    parts = [f"<h2>{escape(report['assignment'])}</h2><p><b>{escape(report['said'])}</b></p>"]
    if report["read"]:
        parts.append(f"<p><b>To read next:</b> {', '.join(f'section {escape(s)}' for s in report['read'])}</p>")
    good = [task for task in report["tasks"] if not task["why"]]
    if good:
        names = ", ".join(f"<code>{escape(task['task'])}</code>" for task in good)
        parts.append(f'<p class="understood"><b>Understood:</b> {names}</p>')
    parts += [_todo(task) for task in report["tasks"] if task["why"]]
    odd, changes, missing = report["odd"], report["changes"], report["missing"]
    for title, lines in (("What was odd", odd), ("What a regrade changed", changes), ("Missing", missing)):
        if lines:
            parts.append(f"<h3>{title}</h3><ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>")
    return "".join(parts)


def _todo(task: StudentTask) -> str:
    share = task["share"]
    bar = "" if share is None else drawing.share_bar(share, f"{share:.0%} of the points", colour=drawing.FULL)
    passed = (
        f"<p class='quiet'>Right: {'; '.join(code_marks(says) for says in task['passed'])}</p>"
        if task["passed"]
        else ""
    )
    answer = f'<div class="answer">{render(task["answer"])}</div>' if task["answer"] else ""
    read = f'<p class="quiet">Section {escape(task["read"])}</p>' if task["read"] else ""
    return (
        f'<div class="mistake"><h3><code>{escape(task["task"])}</code> {bar} {task["points"]}</h3>'
        f'<p class="sentence">{code_marks(task["why"])}</p>{passed}{answer}{read}</div>'
    )
