"""`make demo`: a small class handed in the first assignment; grade it and show what everybody gets to see.

Builds case packs and release, grades through nbgrader's own pipeline, writes feedback pages and prints the gradebook.
Everything is made in build/demo, away from a real course.
"""

import shutil
from time import monotonic

import click

from grader.authoring.missing import build_missing
from grader.cohort.grading import grade_class
from grader.cohort.report import class_page, facts_of
from grader.gradebook.pipelines import open_course, run_step
from grader.gradebook.reading import table
from grader.places import ROOT, write_atomically
from tests.submissions.build import example, hand_in

ASSIGNMENT = "1-cross-correlation"
CLASS = {
    "s001": "model",
    "s002": "seed",
    "s003": "flipped",
    "s004": "d2l",
    "s005": "numpy_detour",
    "s006": "unfold_and_fft",
    "s007": "half_done",
    "s008": "last_row",
    "s009": "untouched",
}


def main():
    started = monotonic()
    course = ROOT / "build" / "demo"
    shutil.rmtree(course, ignore_errors=True)
    course.mkdir(parents=True)
    _say("case packs")
    build_missing(ASSIGNMENT)
    _say("release")
    shutil.copytree(ROOT / "source" / ASSIGNMENT, course / "source" / ASSIGNMENT)
    run_step(open_course(course).generate_assignment, ASSIGNMENT)
    _say(f"{len(CLASS)} submissions")
    for student, name in CLASS.items():
        hand_in(course, ASSIGNMENT, student, example(ASSIGNMENT, name))
    results = grade_class(course, ASSIGNMENT, progress=_progress, jobs=2)
    _say("the class report")
    report = course / "report.html"
    write_atomically(report, class_page(facts_of(course, ASSIGNMENT)))
    _say("feedback pages")
    api = open_course(course)
    for student in CLASS:
        run_step(api.generate_feedback, ASSIGNMENT, student)
    click.echo("\n" + table(course, ASSIGNMENT))
    for result in results:
        for oddity in result.oddities:
            click.echo(f"{result.student}  odd: {oddity}")
    failed = [result for result in results if result.status == "failed"]
    page = course / "feedback" / "s002" / ASSIGNMENT
    click.echo(f"\nFeedback of the seed notebook: {page.relative_to(ROOT)}/cross-correlation.html")
    click.echo(f"The class report, to look at: {report.relative_to(ROOT)}")
    click.echo(f"Done in {monotonic() - started:.0f} s.")
    if failed:
        raise SystemExit("\n".join(f"{result.student}: {result.error}" for result in failed))


def _say(what):
    click.echo(f"... {what}", err=True)


def _progress(results):
    from tqdm import tqdm

    return tqdm(results, total=len(CLASS), unit="submission", leave=False)


if __name__ == "__main__":
    main()
