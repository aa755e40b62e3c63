"""`python -m grader`."""

import sys

# jsonschema would build 38 grammars of URIs on import, two seconds of CPU, and no notebook's schema has a URI
sys.modules.setdefault("rfc3987_syntax", None)

from grader.cli import main  # noqa: E402 - after the line above

main(prog_name="python -m grader")
