"""
says: A tensor of many truth values in `and` / `if` has no single truth value: RuntimeError
kind: wrong
repair: .all() is missing in the last if, as in the twin
lines: 13
crashes: yes
cause: what it says
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    close = abs(Y1 - Y2) <= 1e-4 * abs(Y1).max()
    if close:
        return True
    return False
