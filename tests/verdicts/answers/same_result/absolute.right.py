"""
says: the twin of absolute, repaired
kind: right
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    return torch.allclose(Y1, Y2, rtol=0, atol=1e-4 * float(Y1.nan_to_num().abs().max()))
