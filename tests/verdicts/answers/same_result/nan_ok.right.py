"""
says: the twin of nan_ok, repaired
kind: right
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    scale = float(Y1.abs().nan_to_num().max())
    return torch.allclose(Y1, Y2, rtol=0, atol=1e-4 * scale)
