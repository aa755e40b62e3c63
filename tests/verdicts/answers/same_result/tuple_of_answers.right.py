"""
says: the twin of tuple_of_answers, repaired
kind: right
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    return bool((Y1 - Y2).abs().max() <= 1e-4 * Y1.abs().max())
