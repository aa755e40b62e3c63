"""The few things that we change in other people's code, because there is no other way: each with its reason.

`tests/sandbox/test_patches.py` checks that what is changed is still there, under that name.
"""

import functools
import inspect
import sys


def by_name(find):
    """Return `inspect.getmodule` with a shorter way for frames: by the module's name.

    Python's own compares the frame's file with those of all modules that are imported, a tenth of a second when torch's
    are among them: once while torch is imported, and eight times for each traceback of a notebook.
    """

    @functools.wraps(find)
    def getmodule(thing, _filename=None):
        if inspect.isframe(thing):
            name = thing.f_globals.get("__name__")
            if name == "__main__":
                return None  # a cell, whose file is none
            module = sys.modules.get(name)
            if getattr(module, "__file__", None) == thing.f_code.co_filename:
                return module
        return find(thing, _filename)

    return getmodule


inspect.getmodule = by_name(inspect.getmodule)
