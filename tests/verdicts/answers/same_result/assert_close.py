"""
says: torch.testing.assert_close raises an AssertionError for different results, where False was asked for
kind: wrong
repair: the missing try, as in the twin
lines: 13, 14
crashes: yes
cause: what it says
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    size = float(Y1.nan_to_num().abs().max())
    torch.testing.assert_close(Y1, Y2, rtol=0, atol=1e-4 * size)
    return True
