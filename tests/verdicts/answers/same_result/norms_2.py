"""
says: right, by norms
kind: right
"""
def same_result(Y1, Y2):
    import math

    if tuple(Y1.shape) != tuple(Y2.shape):
        return False
    pairs = list(zip(Y1.flatten().tolist(), Y2.flatten().tolist()))
    biggest = max((max(abs(a), abs(b)) for a, b in pairs), default=0.0)
    return all(math.isclose(a, b, rel_tol=0.0, abs_tol=2e-4 * biggest) for a, b in pairs)
