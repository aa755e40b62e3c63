"""The one thing that we change in other people's code, because there is no other way, with its reason.

`tests/sandbox/test_patches.py` checks that it is still there to be changed.
"""

import sys

# jsonschema, which nbformat uses, builds 38 grammars of URIs when it is imported: 1.3 seconds of processor time for
# every command, 0.2 without (three runs of `import nbformat, jsonschema`).  No notebook's schema has a URI.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
