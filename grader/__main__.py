"""`python -m grader`."""

import atexit
import gc
import sys

# jsonschema would build 38 grammars of URIs on import, two seconds of CPU, and no notebook's schema has a URI
sys.modules.setdefault("rfc3987_syntax", None)

# at the end Python would look for garbage among all that torch has made, for half a second
atexit.register(gc.freeze)

from grader.cli import main  # noqa: E402 - after the lines above

main(prog_name="python -m grader")
