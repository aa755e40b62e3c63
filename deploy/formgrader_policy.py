"""A content security policy for formgrader's lists, whose templates nbgrader renders without any.

A transform of Tornado, the place for such a thing, adds it to what the server sends.  Scripts may come from the server
itself; of those in a page only such as name plain strings (`var base_url = "...";`), which can do nothing else.
"""

import base64
import hashlib
import re

from tornado.web import GZipContentEncoding, OutputTransform

INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
HARMLESS = re.compile(r'\s*(var \w+ = "[^"\\<>\n]*";\s*)+')
HANDLERS = (
    "createAssignmentModal();",
    "createStudentModal();",
    "toggleAllNames()",
)  # written into nbgrader's templates
OWN = b'http-equiv="Content-Security-Policy"'  # a page that shows a notebook brings its own, and a stricter one


def policy(page: str) -> str:
    """Return the policy for one of formgrader's list pages."""
    harmless = [script for script in INLINE.findall(page) if HARMLESS.fullmatch(script)]
    scripts = " ".join(_hash(text) for text in [*harmless, *HANDLERS])
    return (
        f"default-src 'self'; script-src 'self' 'unsafe-hashes' {scripts}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
    )


def _hash(text):
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


class FormgraderPolicy(OutputTransform):
    """Adds the policy to formgrader's HTML pages; everything else passes as it is."""

    def __init__(self, request):
        self._mine = "/formgrader/" in request.path

    def transform_first_chunk(self, status_code, headers, chunk, finishing):
        """Set the header; formgrader sends a page whole, so the first chunk is the page."""
        if self._mine and headers.get("Content-Type", "").startswith("text/html") and OWN not in chunk:
            headers["Content-Security-Policy"] = policy(chunk.decode("utf-8", "replace"))
        return status_code, headers, chunk


TRANSFORMS = [FormgraderPolicy, GZipContentEncoding]  # Tornado's own list is replaced by this one

__all__ = ["TRANSFORMS", "FormgraderPolicy", "policy"]
