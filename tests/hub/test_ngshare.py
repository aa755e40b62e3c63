"""Does the course go from release to feedback with ngshare as the exchange, and is everything really stored?"""

import nbformat
import pytest

from tests.hub.driver import ASSIGNMENT, NGSHARE_EXCHANGE, NOTEBOOK
from tests.hub.test_end_to_end import FILE, FULL, WRITTEN, automatic, feedback_of, sources
from tests.submissions.build import example

pytestmark = [pytest.mark.hub, pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.mark.parametrize("version", ["6.1.1", "5.5.4"])
def test_from_roster_to_feedback(start_hub, version):
    if not NGSHARE_EXCHANGE.exists():
        pytest.skip("ngshare is not installed: make hub-test does it")
    with start_hub("ngshare", version) as hub:
        formgrader = hub.formgrader(hub.log_in("instructor1"))
        shell = "import subprocess; print(subprocess.run({!r}, shell=True, capture_output=True, text=True, cwd={!r}))"
        for _ in range(2):  # to do it again is no harm
            said = formgrader.server.run(shell.format("python -m deploy.roster --ngshare --gradebook", str(hub.root)))
            assert "ngshare has the course with everybody in the roster" in said, said
        formgrader.generate()
        formgrader.release()

        student = hub.log_in("s001").spawn()
        assert set(student.assignments()) == {(ASSIGNMENT, "released")}
        student.exchange("fetch")
        assert sources(nbformat.from_dict(student.read(FILE))) == sources(
            nbformat.read(hub.root / "release" / ASSIGNMENT / f"{NOTEBOOK}.ipynb", as_version=4)
        )
        student.write_notebook(FILE, example(ASSIGNMENT, "model"))
        student.exchange("submit")
        formgrader.collect()
        handed_in = hub.root / "submitted" / "s001" / ASSIGNMENT / f"{NOTEBOOK}.ipynb"
        assert sources(nbformat.read(handed_in, as_version=4)) == sources(example(ASSIGNMENT, "model"))
        formgrader.autograde("s001")
        assert automatic(formgrader, "s001") == FULL
        formgrader.mark("s001", WRITTEN, 2, "Exactly.")
        assert formgrader.submission("s001")["score"] == 20
        formgrader.generate_feedback()
        formgrader.release_feedback()
        assert "Exactly." in feedback_of(hub, student, "s001")

        # nobody can say that they are another, nor take what is another's
        forged = "import nbgrader, os, requests, sys\n" + FORGED
        other = hub.log_in("s002").spawn()
        assert other.run(forged).split() == ["403", "403", "403"]


FORGED = """
url, head = os.environ["CONVOLUTIONS_NGSHARE"], {"Authorization": "token " + os.environ["JUPYTERHUB_API_TOKEN"]}
a = "convolutions/1-cross-correlation"
for where in (f"submissions/{a}", f"submission/{a}/s001", f"feedback/{a}/s001"):
    print(requests.get(f"{url}/{where}", headers=head, timeout=30).status_code)
"""
