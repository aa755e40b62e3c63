"""
says: compares each number and returns all answers
kind: wrong
repair: all of them
lines: 12
crashes: yes
cause: many answers are no truth value
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    return (Y1 - Y2).abs() <= 1e-4 * Y1.abs().max()
