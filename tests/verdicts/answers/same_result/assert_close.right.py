"""
says: the twin of assert_close, repaired
kind: right
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    size = float(Y1.nan_to_num().abs().max())
    try:
        torch.testing.assert_close(Y1, Y2, rtol=0, atol=1e-4 * size)
        return True
    except AssertionError:
        return False
