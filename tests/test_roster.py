"""Is a roster taken as schools write it, and does nobody who leaves the course lose a grade?"""

import csv
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from deploy.kubernetes.build import people_and_roles
from deploy.roster import main, update_gradebook
from deploy.setup import _account
from grader.gradebook.pipelines import open_course
from grader.places import ROOT
from grader.roster import Person, RosterError, find_roster, read_roster

HEAD = "id,first_name,last_name,email,role\n"
TEACHER = HEAD + "t,,,,instructor\n"


def written(folder, text):
    path = folder / "roster.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["12345678", "jane.doe", "jane.doe@uni.edu", "JDoe", "s001", "a_b-c.d", "x" * 100])
def test_the_ids_of_schools_are_taken(tmp_path, name):
    people = read_roster(written(tmp_path, TEACHER + f"{name},,,,student\n"))
    assert people[1] == Person(name, "", "", "", "student")


@pytest.mark.parametrize(
    "text, message",
    [
        ("id,name\n", "line 1: the columns are id,name; they must be id,first_name,last_name,email,role"),
        (HEAD + "s001,,,,student\n", "there is no instructor"),
        (TEACHER + "s001,,,,tutor\n", "line 3: the role is 'tutor'; it must be student, instructor or withdrawn"),
        (TEACHER + "S 1,,,,student\n", "line 3: 'S 1' cannot be an id"),
        (TEACHER + "a+b,,,,student\n", "line 3: 'a+b' cannot be an id"),
        (TEACHER + "../t,,,,student\n", "line 3: '../t' cannot be an id"),
        (TEACHER + "-rf,,,,student\n", "line 3: '-rf' cannot be an id"),
        (TEACHER + ".,,,,student\n", "line 3: '.' cannot be an id"),
        (TEACHER + "s*,,,,student\n", "line 3: 's*' cannot be an id"),
        (TEACHER + '"s001\n",,,,student\n"s\n1",,,,student\n', "line 6: 's\\n1' cannot be an id"),
        (TEACHER + ",,,,student\n", "line 3: '' cannot be an id"),
        (TEACHER + "x" * 101 + ",,,,student\n", "at most 100"),
        (TEACHER + "s001,,student\n", "line 3: it does not have 5 values"),
        (TEACHER + "s001,Sean,O'Neill, Jr.,,student\n", "(a value that holds a comma stands in double quotes)"),
        (TEACHER + "s001,,,,student\ns001,,,,student\n", "s001 stands on 2 lines"),
        (TEACHER + "JDoe,,,,student\njdoe,,,,student\n", "JDoe and jdoe differ only in capitals"),
    ],
)
def test_a_wrong_roster_is_refused_with_the_line(tmp_path, text, message):
    with pytest.raises(RosterError) as error:
        read_roster(written(tmp_path, text))
    assert message in str(error.value)


def test_what_spreadsheets_make_of_the_example_is_the_example(tmp_path):
    example = ROOT / "deploy" / "roster.example.csv"
    people = read_roster(example)
    assert [(person.id, person.role) for person in people][:2] == [("instructor1", "instructor"), ("s001", "student")]
    spreadsheet = tmp_path / "roster.csv"
    spreadsheet.write_bytes(b"\xef\xbb\xbf" + example.read_bytes().replace(b"\n", b"\r\n"))
    assert read_roster(spreadsheet) == people
    spreadsheet.write_bytes(example.read_bytes().replace(b",", b";"))  # where the decimal sign is a comma
    assert read_roster(spreadsheet) == people


NAMES = [  # id, first name, last name, as it is spoken, as it is sorted
    ("12345678", "Sean", "O'Neill, Jr.", "Sean O'Neill, Jr.", "O'Neill, Jr., Sean"),
    ("jane.doe@uni.edu", "Jane", "Doe", "Jane Doe", "Doe, Jane"),
    ("s001", "", "Suharto", "Suharto", "Suharto"),
    ("s002", "Cher", "", "Cher", "Cher"),
    ("s003", "", "", "s003", "s003"),
    ("s004", 'Anna "Ann"', "van der Berg", 'Anna "Ann" van der Berg', 'van der Berg, Anna "Ann"'),
]


@pytest.mark.parametrize("name, first, last, spoken, sortable", NAMES)
def test_names_are_printed_as_people_write_them(tmp_path, name, first, last, spoken, sortable):
    path = tmp_path / "roster.csv"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows(
            [HEAD.strip().split(","), ["t", "", "", "", "instructor"], [name, first, last, "", "student"]]
        )
    person = read_roster(path)[1]
    assert (person.name, person.sortable_name) == (spoken, sortable)
    printed = CliRunner().invoke(main, ["--roster", str(path), "--check"]).output
    assert f"1 student:\n  {name}  {spoken if spoken != name else ''}".rstrip() in printed


def test_the_roster_of_the_course_folder_needs_no_option(tmp_path, monkeypatch):
    monkeypatch.delenv("CONVOLUTIONS_ROSTER", raising=False)
    written(tmp_path, TEACHER + "s001,,,,student\n")
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["--gradebook"])
    assert (done.exit_code, done.output) == (0, "the gradebook has all 1 students of the roster\n")


def test_a_student_who_withdraws_is_kept_hidden_and_restored_with_all_grades(tmp_path):
    """The gradebook keeps the student; the hub's lists do not; `student` in the roster brings everything back."""
    rosters = {
        role: read_roster(written(tmp_path, TEACHER + f"s001,Sean,O'Hara,s@uni.edu,{role}\ns002,,,,student\n"))
        for role in ("student", "withdrawn")
    }
    with open_course(tmp_path).gradebook as book:
        assert update_gradebook(rosters["student"], book) == []
        book.add_assignment("a")
        book.add_submission("a", "s001")
        assert update_gradebook(rosters["withdrawn"], book) == []  # in the roster: not "in the gradebook only"
        assert {student.id for student in book.students} == {"s001", "s002"}
        assert book.find_submission("a", "s001").student.last_name == "O'Hara"
        assert update_gradebook(rosters["student"], book) == []
        assert book.find_submission("a", "s001").student.last_name == "O'Hara"
    for role, users in (("student", {"t", "s001", "s002"}), ("withdrawn", {"t", "s002"})):
        config = people_and_roles(rosters[role])["hub"]["config"]
        assert set(config["Authenticator"]["allowed_users"]) == users
        assert ("s001" in config["JupyterHub"]["load_groups"]["nbgrader-convolutions"]["users"]) == (role == "student")
    (tmp_path / "roster.csv").unlink()
    written(tmp_path, TEACHER + "s001,Sean,O'Hara,,withdrawn\n")
    assert (
        "1 withdrawn:\n  s001  Sean O'Hara"
        in CliRunner().invoke(main, ["--roster", str(tmp_path / "roster.csv")]).output
    )


@pytest.mark.parametrize(
    "name, says",
    [
        ("cv-nobody", "it does not exist; --accounts makes it"),
        ("jane.doe", "it does not exist and cannot be made here under this name (small letters"),
        ("12345678", "it does not exist and cannot be made here under this name (small letters"),
        ("root", ""),  # an account that is there may be called what it likes
    ],
)
def test_the_rule_for_accounts_holds_where_accounts_are_made(name, says):
    step = _account(name, SimpleNamespace(), make=True)
    assert step.wrong().startswith(says) and bool(step.wrong()) == bool(says)
    assert (step.mend is None) == ("cannot be made" in says)


def test_the_hub_keeps_the_capitals_of_the_gradebook(tmp_path):
    """JupyterHub's own normalising is asked: it takes capitals out, and `username_map` puts them back."""
    auth = pytest.importorskip("jupyterhub.auth")
    people = read_roster(written(tmp_path, TEACHER + "JDoe,,,,student\njane.doe@Uni.edu,,,,student\ns001,,,,student\n"))
    config = people_and_roles(people)["hub"]["config"]["Authenticator"]
    authenticator = auth.DummyAuthenticator(username_map=config["username_map"])
    for typed, name in (("jdoe", "JDoe"), ("JDoe", "JDoe"), ("jane.doe@uni.edu", "jane.doe@Uni.edu"), ("S001", "s001")):
        assert authenticator.normalize_username(typed) == name
        assert authenticator.validate_username(name)


def test_a_course_folder_finds_its_roster(tmp_path, monkeypatch):
    monkeypatch.delenv("CONVOLUTIONS_ROSTER", raising=False)
    assert find_roster(tmp_path) is None
    own = written(tmp_path, TEACHER)
    assert find_roster(tmp_path) == own
    monkeypatch.setenv("CONVOLUTIONS_ROSTER", "/etc/convolutions/roster.csv")
    assert str(find_roster(tmp_path)) == "/etc/convolutions/roster.csv"
