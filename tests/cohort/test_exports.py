"""Do grades reach spreadsheets, Canvas and Moodle whole: every name, no formula, nobody's line under another's name?"""

import csv
import io
import json
import logging
import shutil
import subprocess

import pytest

from grader.cohort.exports import CanvasExport, GradesExport, MoodleExport, TidyExport
from grader.cohort.exports.canvas import LONGEST_NOTE, short_note
from grader.cohort.exports.marks import Mark, TaskMark, marks
from grader.cohort.exports.matching import match
from grader.cohort.exports.spreadsheets import STARTS_A_FORMULA, read_csv, safe_cell
from grader.cohort.pseudonyms import pseudonyms
from grader.gradebook.pipelines import open_course
from grader.roster import Person
from tests.big_class import ASSIGNMENT, make_class

STUDENTS = 51  # one of them, the fiftieth, handed in nothing


@pytest.fixture(scope="module")
def big_class(tmp_path_factory):
    """A course folder with a graded class: (folder, [(id, first name, last name, e-mail address)])."""
    root = tmp_path_factory.mktemp("big")
    return root, make_class(root, STUDENTS)


def exported(kind, root, tmp_path, **traits):
    """Return the rows that an export writes, by the csv module at its strictest, and what it warns of."""
    api, said = open_course(root), io.StringIO()
    api.log = logging.Logger("export", logging.WARNING)
    api.log.addHandler(logging.StreamHandler(said))
    target = tmp_path / "exported.csv"
    with api.gradebook as book:
        kind(parent=api, to=str(target), **traits).export(book)
    with target.open(newline="", encoding="utf-8") as file:
        return list(csv.reader(file, strict=True)), said.getvalue()


def from_platform(tmp_path, rows, delimiter=","):
    path = tmp_path / "from_platform.csv"
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return str(path)


def roster(tmp_path, listed, roles=None, without=()):
    """Write the roster of a class, a role other than `student` where `roles` says so."""
    path = tmp_path / "roster.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        lines = csv.writer(file)
        lines.writerow(["id", "first_name", "last_name", "email", "role"])
        lines.writerow(["t", "", "", "", "instructor"])
        for person in listed:
            if person[0] not in without:
                lines.writerow([*person, (roles or {}).get(person[0], "student")])
    return str(path)


# -- every file


ALL = [GradesExport, CanvasExport, MoodleExport, TidyExport]


@pytest.mark.slow
@pytest.mark.parametrize("kind", ALL)
def test_every_line_has_every_cell_and_no_cell_is_a_formula(big_class, tmp_path, kind):
    root, _ = big_class
    rows, _ = exported(kind, root, tmp_path)
    assert len(rows) > STUDENTS and len({len(row) for row in rows}) == 1
    assert [cell for row in rows for cell in row if cell.startswith(STARTS_A_FORMULA)] == []
    assert any("'=" in cell for row in rows for cell in row)  # the class has some that would be


@pytest.mark.slow
@pytest.mark.parametrize("kind", ALL)
@pytest.mark.parametrize(
    "program, code",
    [  # Canvas reads with Ruby's CSV, Moodle with PHP's fgetcsv
        (
            "ruby",
            "require 'csv'; require 'json'; puts JSON.generate(CSV.read(ARGV[0]).map { |r| r.map { |c| c || '' } })",
        ),
        (
            "php",
            "$f = fopen($argv[1], 'r'); while ($r = fgetcsv($f, 0, ',', '\"', '')) $a[] = $r; echo json_encode($a);",
        ),
        ("sqlite3", ""),
        ("pandas", ""),
    ],
)
def test_readers_that_were_not_written_for_it_read_the_same(big_class, tmp_path, kind, program, code):
    root, _ = big_class
    rows, _ = exported(kind, root, tmp_path)
    target = str(tmp_path / "exported.csv")
    if program == "pandas":
        table = pytest.importorskip("pandas").read_csv(target, dtype=str, keep_default_na=False, skipinitialspace=False)
        found = [list(table.columns), *table.values.tolist()]
    elif not shutil.which(program):
        pytest.skip(f"{program} is not installed")
    elif program == "sqlite3":
        command = ["sqlite3", ":memory:", f".import --csv {target} t", ".mode json", "select * from t"]
        lines = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
        found = [list(lines[0]), *(list(line.values()) for line in lines)]
    else:
        flag = {"ruby": "-e", "php": "-r"}[program]
        command = [program, flag, code, *(["--"] if program == "php" else []), target]
        found = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert found == rows


@pytest.mark.parametrize(
    "value, cell",
    [
        ("=1+1", "'=1+1"),
        (" =1+1", "' =1+1"),  # some spreadsheets trim first
        ("+49 30", "'+49 30"),
        ("-2", "'-2"),
        ("-", "-"),  # Moodle's own sign for "not yet", which it has to get back
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("＝1+1", "'＝1+1"),
        ("O'Neill, Jr.", "O'Neill, Jr."),
        ("'=1", "'=1"),
        ("1-cross-correlation", "1-cross-correlation"),
        (-1.5, -1.5),
        (None, ""),
        ("", ""),
    ],
)
def test_a_formula_becomes_text_and_everything_else_stays(value, cell):
    assert safe_cell(value) == cell


@pytest.mark.parametrize(
    "case, written, cells",
    [
        ("a title with commas, parted by semicolons", '"Name, first, last";"ID"\r\n"O\'Neill, Jr.";1\r\n',
         [["Name, first, last", "ID"], ["O'Neill, Jr.", "1"]]),
        ("a title with semicolons, parted by commas", '"a;b;c",ID\n1,2\n', [["a;b;c", "ID"], ["1", "2"]]),
        ("a line break in the first title", '"Full\nname",ID,"x;y"\n1,2,3\n',
         [["Full\nname", "ID", "x;y"], ["1", "2", "3"]]),
        ("Windows' line breaks inside a cell", 'ID,Feedback\r\n1,"one\r\ntwo"\r\n',
         [["ID", "Feedback"], ["1", "one\r\ntwo"]]),
        ("quotes in quotes", 'ID,"a ""b"""\n1,\n', [["ID", 'a "b"'], ["1", ""]]),
        ("one column", "ID\n1\n", [["ID"], ["1"]]),
        ("nothing", "", [[]]),
    ],
)  # fmt: skip
def test_what_a_platform_wrote_is_read_cell_for_cell(tmp_path, case, written, cells):
    (tmp_path / "there.csv").write_bytes(written.encode())
    assert read_csv(tmp_path / "there.csv") == cells, case


@pytest.mark.parametrize(
    "case, comment",
    [
        ("words", "corr2d 0.5 of 5: " + "the kernel is flipped " * 40),
        ("no spaces", "请来找我" * 100),
        ("a very long word after a short one", "corr2d " + "x" * 400),
        ("exactly so long", "y" * LONGEST_NOTE),
        ("one more", "y" * (LONGEST_NOTE + 1)),
        ("beyond the basic plane", "🙂" * 300),
    ],
)
def test_a_note_that_is_too_long_is_cut_and_most_of_it_stays(case, comment):
    note = short_note(comment)
    assert LONGEST_NOTE // 2 < len(note) <= LONGEST_NOTE, case
    assert comment.startswith(note.removesuffix(" …")) and (note == comment) == (len(comment) <= LONGEST_NOTE)


@pytest.mark.slow
def test_names_that_break_tables_come_out_as_they_went_in(big_class, tmp_path):
    """Line breaks, quotes, separators, formulas, other scripts: all but the apostrophe in front of a formula."""
    root, listed = big_class
    rows, _ = exported(MoodleExport, root, tmp_path)
    found = {row[2]: row[:2] for row in rows[1:]}
    assert found == {name: [safe_cell(first), safe_cell(last)] for name, first, last, _ in listed}


# -- whose lines there are


@pytest.mark.slow
@pytest.mark.parametrize("kind", ALL)
def test_who_is_withdrawn_or_in_no_roster_is_left_out_and_listed(big_class, tmp_path, kind):
    root, listed = big_class
    gone, strange, absent = listed[0][0], listed[1][0], "not-in-the-gradebook"
    people = [*listed, (absent, "", "", "")]
    path = roster(tmp_path, people, {gone: "withdrawn"}, {strange})
    rows, said = exported(kind, root, tmp_path, roster=path)
    cells = {cell for row in rows for cell in row}
    assert not {gone, strange, absent} & cells and listed[2][0] in cells
    assert f"withdrawn, left out: {gone}\n" in said
    assert f"in the gradebook but not in {path}, left out: {strange}\n" in said
    assert f"in {path} but not in the gradebook (python -m deploy.roster --gradebook): {absent}\n" in said
    rows, said = exported(kind, root, tmp_path, roster=roster(tmp_path, listed))  # the same student, restored
    assert gone in {cell for row in rows for cell in row} and said.count("left out") == 0


@pytest.mark.slow
@pytest.mark.parametrize(
    "traits, message",
    [
        ({"assignment": ["7-attention"]}, "has no assignment 7-attention: it has 1-cross-correlation"),
        ({"student": ["nobody"]}, "there is no student to export"),
        ({"roster": "/no/roster.csv"}, "/no/roster.csv does not exist"),
    ],
)
def test_what_cannot_be_exported_says_why(big_class, tmp_path, traits, message):
    with pytest.raises(SystemExit, match=message):
        exported(GradesExport, big_class[0], tmp_path, **traits)
    assert not (tmp_path / "exported.csv").exists()


@pytest.mark.slow
def test_an_empty_gradebook_says_so(course, tmp_path):
    with pytest.raises(SystemExit, match="there is no student to export"):
        exported(GradesExport, course, tmp_path)


# -- Canvas


@pytest.mark.slow
def test_canvas_gets_a_gradebook_of_its_own_form(big_class, tmp_path):
    """The columns that Canvas documents, in its order; the second line says what an assignment is worth."""
    root, listed = big_class
    rows, said = exported(CanvasExport, root, tmp_path)
    assert rows[0] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Notes", ASSIGNMENT]
    assert rows[1] == ["    Points Possible", "", "", "", "", "", "20"]
    by_id = {row[3]: row for row in rows[2:]}
    assert set(by_id) == {person[0] for person in listed}
    assert by_id["s0001"][0] == "O'Neill, Jr., Sean"
    assert by_id[listed[49][0]][5:] == ["Nothing was handed in.", ""]
    for row in rows[2:]:
        assert len(row[5]) <= LONGEST_NOTE and "\n" not in row[5]
        assert row[6] == "" or 0 <= float(row[6]) <= 20


@pytest.mark.slow
def test_canvas_own_file_is_filled_in_and_nobody_is_guessed(big_class, tmp_path):
    """Matched by log-in or SIS id, capitals aside; ids that only Canvas knows stay; a name alone decides nothing."""
    root, listed = big_class
    first, second, third, fourth = (person[0] for person in listed[:4])
    head = [
        "Student",
        "ID",
        "SIS User ID",
        "SIS Login ID",
        "Section",
        "Notes",
        "1-cross-correlation (8317)",
        "Final Score",
    ]
    template = [
        head,
        ["", "", "", "", "", "", "Manual Posting", ""],
        ["    Points Possible", "", "", "", "", "", "20.00", "(read only)"],
        ["O'Neill, Sean", "501", "", first.upper(), "A", "", "", "99"],
        ["Somebody", "502", second, "other-login", "A", "", "3", "99"],
        ["By e-mail", "503", "", listed[2][3], "B", "old", "", "99"],
        ["Twice", "504", "", fourth, "B", "", "", ""],
        ["Twice", "505", "", fourth, "B", "", "", ""],
        ["Jane Doe", "506", "", "a-guest", "B", "", "7", ""],
    ]
    rows, said = exported(CanvasExport, root, tmp_path, platform_file=from_platform(tmp_path, template))
    assert rows[0] == head[:-1]
    assert {row[1]: row[:5] for row in rows[2:]} == {row[1]: row[:5] for row in template[3:6]}
    assert all(row[5] for row in rows[2:])
    assert "left out: " in said and fourth in said
    assert "Twice 504" in said and "Jane Doe 506 a-guest B" in said
    assert "points possible" not in said


@pytest.mark.slow
def test_another_worth_another_title_and_no_notes_are_said(big_class, tmp_path):
    root, listed = big_class
    template = [
        ["Student", "ID", "SIS Login ID", "Section", "Homework 1 (77)"],
        ["    Points Possible", "", "", "", "100.00"],
        ["x", "501", listed[0][0], "A", ""],
    ]
    path = from_platform(tmp_path, template, delimiter=";")
    rows, said = exported(
        CanvasExport, root, tmp_path, platform_file=path, titles={ASSIGNMENT: "Homework 1"}, missing="0"
    )
    assert rows[0] == template[0]
    assert f"{ASSIGNMENT}: Canvas has 100.00 points possible, the gradebook 20" in said
    assert "Canvas has no column Notes" in said
    with pytest.raises(SystemExit, match="is no gradebook from Canvas: it has no column ID"):
        exported(CanvasExport, root, tmp_path, platform_file=from_platform(tmp_path, [["Name", "Grade"], ["a", "1"]]))


# -- Moodle


@pytest.mark.slow
def test_moodle_gets_a_grade_import_with_feedback(big_class, tmp_path):
    root, listed = big_class
    rows, _ = exported(MoodleExport, root, tmp_path)
    head = ["First name", "Last name", "ID number", "Email address", ASSIGNMENT, f"{ASSIGNMENT} (Feedback)"]
    assert rows[0] == head
    by_id = {row[2]: row for row in rows[1:]}
    assert by_id["s0001"][:4] == ["Sean", "O'Neill, Jr.", "s0001", "student1@uni.edu"]
    assert all(row[5] for row in rows[1:])  # Moodle takes a grade away where feedback comes without it, and the reverse


WORKSHEET = [
    *("Identifier", "Full name", "Email address", "Status", "Grade", "Maximum Grade", "Grade can be changed"),
    *("Last modified (submission)", "Last modified (grade)", "Feedback comments"),
]


@pytest.mark.slow
def test_moodles_worksheet_is_filled_in_and_nothing_else_in_it_changes(big_class, tmp_path):
    root, listed = big_class
    rest = ["Submitted", "", "20.00", "Yes", "Sunday, 1 November 2026", "-"]
    template = [
        WORKSHEET,
        ["Participant 7001", "Sean O'Neill, Jr.", listed[0][3].upper(), *rest, ""],
        ["Participant 7002", "Somebody else", "guest@uni.edu", *rest, "kept, as it was"],
        ["Participant 7003", "Absent", listed[49][3], *rest, ""],
    ]
    rows, said = exported(MoodleExport, root, tmp_path, platform_file=from_platform(tmp_path, template))
    assert [row[:4] + row[5:9] for row in rows] == [row[:4] + row[5:9] for row in template]
    assert rows[2] == template[2]
    assert float(rows[1][4]) >= 0 and "of" in rows[1][9]
    assert (rows[3][4], rows[3][9]) == ("", "Nothing was handed in.")
    assert "only: Participant 7002" in said and listed[1][0] in said


@pytest.mark.slow
def test_moodles_own_grade_export_gives_the_titles(big_class, tmp_path):
    root, listed = big_class
    head = [
        "First name",
        "Last name",
        "ID number",
        "Email address",
        f"Assignment: {ASSIGNMENT} (Real)",
        "Course total (Real)",
    ]
    template = [head, ["S", "O", "", listed[0][3], "-", "-"], ["J", "D", listed[1][0], "x@uni.edu", "-", "-"]]
    rows, said = exported(MoodleExport, root, tmp_path, platform_file=from_platform(tmp_path, template))
    assert rows[0] == [*head[:5], f"{ASSIGNMENT} (Feedback)"]
    assert [row[:4] for row in sorted(rows[1:])] == sorted(row[:4] for row in template[1:])
    with pytest.raises(SystemExit, match="is not from Moodle: it has no columns Identifier, Grade"):
        exported(MoodleExport, root, tmp_path, platform_file=from_platform(tmp_path, [["Name"], ["a"]]))


def test_one_line_for_one_student_or_none():
    """Two that share an address, and a line that fits two: matched with nobody, and listed."""
    people = [Person(name, "", "", email, "student") for name, email in (("a", "x@u"), ("b", "x@u"), ("c", "c@u"))]
    lines = [["x@u"], ["C@U"], ["nobody@u"], [""]]
    found = match(people, lines, ["Email address"], ("Email address",))
    assert (found.lines, found.only_there, found.only_here) == ({"c": ["C@U"]}, ["x@u", "nobody@u", ""], ["a", "b"])


# -- what is said of a student


def task(name="corr2d", score=0.5, max_score=5.0, **more):
    record = {"score": score, "hints": [], "note": "", "facets": []} | more.pop("record", {})
    return TaskMark(name, score, max_score, more.pop("to_mark", False), record, **more)


MISSED = {"facets": [{"says": "rectangles", "message": "3 of 12 values differ", "passed": False}]}


@pytest.mark.parametrize(
    "case, tasks, penalty, comment",
    [
        ("all right", [task(score=5)], 0, "All points."),
        ("a mistake", [task(record={"hints": ["It is flipped."]})], 0, "corr2d 0.5 of 5: It is flipped."),
        ("a note", [task(record={"note": "There is no `corr2d`"})], 0, "corr2d 0.5 of 5: There is no `corr2d`."),
        ("facets", [task(record=MISSED)], 0, "corr2d 0.5 of 5: rectangles (3 of 12 values differ)."),
        ("late", [task(score=5)], 2, "Late: 2 points less."),
        ("a person's", [task(remark="See me\nplease")], 0, "corr2d 0.5 of 5: See me please."),
        ("changed", [task(record={"score": 3, "hints": ["no"]})], 0, "corr2d 0.5 of 5: changed by hand."),
        ("to mark", [task("why", 0, 2, to_mark=True)], 0, "Not final: why is still to mark, up to 2 points."),
        ("no evidence", [TaskMark("ps1", 0, 2, False)], 0, "ps1 0 of 2: not said why."),
        ("extra credit", [task(score=6)], 0, "All points."),
    ],
)
def test_the_comment_says_what_was_lost_and_why(case, tasks, penalty, comment):
    assert Mark("s001", "1", 20, 1.0, penalty, None, tasks).comment == comment, case


@pytest.mark.slow
def test_the_sentences_are_those_of_the_evidence(graded_class, tmp_path):
    """A class that was really graded: the flipped kernel's sentence reaches Moodle; points agree with nbgrader's."""
    root, _ = graded_class
    rows, _ = exported(MoodleExport, root, tmp_path)
    by_id = {row[2]: row for row in rows[1:]}
    assert "This is the true convolution" in by_id["s003"][5]
    assert by_id["s001"][5].startswith("Not final: why_no_error is still to mark, up to 2 points.")
    with open_course(root).gradebook as book:
        for student, row in by_id.items():
            assert float(row[4]) == pytest.approx(book.find_submission("1-cross-correlation", student).score, abs=0.005)


@pytest.mark.slow
def test_another_courses_assignment_has_points_and_no_sentences(tmp_path):
    """A gradebook of plain nbgrader: what is there is exported."""
    with open_course(tmp_path).gradebook as book:
        book.add_assignment("ps1")
        book.add_student("s001")
        found = list(marks(book, tmp_path, "ps1", ["s001"]))
    assert [(mark.score, mark.comment) for mark in found] == [(None, "Nothing was handed in.")]


# -- for sharing


@pytest.mark.slow
def test_under_pseudonyms_nothing_says_who_it_is(big_class, tmp_path):
    root, listed = big_class
    plain, _ = exported(TidyExport, root, tmp_path)
    shared, _ = exported(TidyExport, root, tmp_path, pseudonyms=True)
    assert len(shared) == len(plain)
    told = {cell for row in shared for cell in row}
    assert not told & {cell for person in listed for cell in person if cell}
    assert {row[12] for row in shared[1:]} == {""} != {row[12] for row in plain[1:]}  # may quote a student
    called = pseudonyms(root, [person[0] for person in listed])
    assert {row[0] for row in shared[1:]} == set(called.values())
    assert [row[0] for row in shared[1:]] == sorted(row[0] for row in shared[1:])  # not the roster's order


def test_pseudonyms_are_kept_and_differ_between_courses(tmp_path):
    students = [f"s{number}" for number in range(3000)]
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    one, two = pseudonyms(tmp_path / "one", students), pseudonyms(tmp_path / "two", students)
    assert one == pseudonyms(tmp_path / "one", students)
    assert len(set(one.values())) == len(students)
    assert not set(one.values()) & set(two.values()) or one != two


def test_a_file_of_the_platform_is_read_whatever_parts_its_columns(tmp_path):
    for delimiter in (",", ";", "\t"):
        assert read_csv(from_platform(tmp_path, [["a", "b"], ["1, 2", "3"], ["4"]], delimiter)) == [
            ["a", "b"],
            ["1, 2", "3"],
            ["4", ""],
        ]


@pytest.mark.slow
def test_nbgraders_own_command_writes_names_with_commas_into_one_cell(big_class, tmp_path):
    """`nbgrader export` in a course folder, as it is documented."""
    import sys

    from grader.places import ROOT

    root, listed = big_class
    shutil.copyfile(ROOT / "nbgrader_config.py", tmp_path / "nbgrader_config.py")
    command = [
        sys.executable,
        "-m",
        "nbgrader",
        "export",
        f"--db=sqlite:///{root}/gradebook.db",
        "--to",
        str(tmp_path / "g.csv"),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    with (tmp_path / "g.csv").open(newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert {row["student_id"] for row in rows} == {person[0] for person in listed}
    assert next(row for row in rows if row["student_id"] == "s0001")["last_name"] == "O'Neill, Jr."
