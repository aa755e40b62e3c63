"""The referee: staff only, never in the student wheel.  Start reading at `session` and `referee`."""

import sys

# jsonschema would build 38 grammars of URIs on import, two seconds of CPU, and no notebook's schema has a URI
sys.modules.setdefault("rfc3987_syntax", None)
