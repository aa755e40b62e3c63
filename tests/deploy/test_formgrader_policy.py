"""Does formgrader's policy allow nbgrader's own scripts, and none that somebody put into a page?

That a browser obeys it, and that the pages still work, tests/hub/test_browser.py shows.
"""

import base64
import hashlib
import re
from pathlib import Path

import nbgrader
import pytest
from jinja2 import Environment, FileSystemLoader
from tornado.httputil import HTTPHeaders, HTTPServerRequest, RequestStartLine

from deploy.formgrader_policy import HANDLERS, FormgraderPolicy, policy

TEMPLATES = Path(nbgrader.__file__).parent / "server_extensions" / "formgrader" / "templates"
PAGES = sorted(path.name for path in TEMPLATES.glob("*.tpl") if not path.name.startswith(("base", "formgrade_404")))
VALUES = {"base_url": "/user/s001", "url_prefix": ".", "default_timezone": "+0000", "assignment_id": "1-cross"}


def allows(page, script):
    """Does the policy of a page let this inline script run?"""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"'sha256-{digest}'" in policy(page)


@pytest.mark.parametrize("name", PAGES)
def test_every_script_of_nbgraders_lists_is_allowed(name):
    page = Environment(loader=FileSystemLoader(TEMPLATES)).get_template(name).render(VALUES)
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert scripts and all(allows(page, script) for script in scripts), scripts
    handlers = re.findall(r'\son\w+="(.*?)"', page, re.IGNORECASE)
    assert set(handlers) <= set(HANDLERS), handlers


def test_every_handler_that_is_allowed_is_one_of_nbgraders():
    pages = [Environment(loader=FileSystemLoader(TEMPLATES)).get_template(name).render(VALUES) for name in PAGES]
    found = {handler for page in pages for handler in re.findall(r'\son\w+="(.*?)"', page, re.IGNORECASE)}
    assert found == set(HANDLERS)


@pytest.mark.parametrize(
    "script",
    [
        "alert(1)",
        'var a = "b"; alert(1)',
        'var a = "b" + alert(1);',
        'var a = "\\"; alert(1); var b = "";',
        'var a = "<b>";',
        "var a = `x`;",
        'var a = "b";\nfetch("/stolen");',
        'a = "b";',
    ],
)
def test_a_script_that_does_something_is_not_allowed(script):
    assert not allows(f"<body><script>{script}</script></body>", script)


@pytest.mark.parametrize(
    "case, path, kind, page, has_policy",
    [
        ("a list", "/user/x/formgrader/gradebook", "text/html; charset=UTF-8", b"<body>", True),
        ("another page", "/user/x/lab", "text/html", b"<body>", False),
        ("data", "/user/x/formgrader/api/assignments", "application/json", b"{}", False),
        (
            "a page with its own",
            "/user/x/formgrader/submissions/1/",
            "text/html",
            b'<meta http-equiv="Content-Security-Policy" content="x">',
            False,
        ),
    ],
)
def test_where_the_policy_goes(case, path, kind, page, has_policy):
    request = HTTPServerRequest(start_line=RequestStartLine("GET", path, "HTTP/1.0"))
    headers = HTTPHeaders({"Content-Type": kind, "Content-Security-Policy": "frame-ancestors 'self'"})
    _, sent, chunk = FormgraderPolicy(request).transform_first_chunk(200, headers, page, True)
    assert ("script-src" in sent["Content-Security-Policy"]) == has_policy, case
    assert chunk == page and "frame-ancestors 'self'" in sent["Content-Security-Policy"]
