"""
says: NaN equals NaN, and shapes are broadcast
kind: wrong
repair: neither
lines: 11
crashes: yes
cause: shapes that do not broadcast raise, and so does a tolerance that is NaN
mistakes: 2
"""
def same_result(Y1, Y2):
    return torch.allclose(Y1 + 0 * Y2, Y2 + 0 * Y1, rtol=0, atol=1e-5 * float(Y2.abs().max()), equal_nan=True)
