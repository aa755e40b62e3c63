"""
says: A fixed absolute tolerance of 1e-4: too strict for numbers of some ten thousands, whose rounding is larger
kind: wrong
repair: tolerance line, as in the twin
lines: 11
crashes: no
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    return torch.allclose(Y1, Y2, rtol=0, atol=1e-4)
