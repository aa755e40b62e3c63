"""The referee: staff only, never in the student wheel.  Start reading at `session` and `referee`."""
