"""Does the probe, one module made of two sources, call what each of them means?"""

import ast
import inspect

import course.checking.measure
from grader.sandbox import probe

DEFINE = (ast.FunctionDef, ast.ClassDef)


def _defined(module):
    """Return the names that a source defines at its top level; what it only imports both may have."""
    names = set()
    for statement in ast.parse(inspect.getsource(module)).body:
        if isinstance(statement, DEFINE):
            names.add(statement.name)
        elif isinstance(statement, (ast.Assign, ast.AnnAssign)):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            names.update(target.id for target in targets if isinstance(target, ast.Name))
    return names


def test_no_name_is_defined_in_both_sources():
    """The second would silently take the place of the first, in grading only."""
    first, second = _defined(course.checking.measure), _defined(probe)
    assert {"measure", "OutOfTime", "MOST_NUMBERS"} <= first and {"keep", "answer", "kept"} <= second
    assert first & second == set()
