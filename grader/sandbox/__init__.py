"""Runs a notebook in a confined fork, of which nothing but plain data comes out.

Knows no task, no pack and no course of nbgrader; expected outputs never come here.
"""

import importlib

# imported when first used: the fork server imports modules of this package, and must not import them all
_WORDS = {
    "Asked": "notebook_run",
    "CannotConfine": "isolation",
    "CannotStart": "client",
    "NotebookRun": "notebook_run",
    "Outcome": "notebook_run",
    "Preloads": "preloads",
    "fork_server": "client",
    "isolation": "isolation",
    "scratch_folder": "folders",
}

__all__ = sorted(_WORDS)


def __getattr__(name: str) -> object:
    if name in _WORDS:
        return getattr(importlib.import_module(f"{__name__}.{_WORDS[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}; it has {', '.join(__all__)}")
