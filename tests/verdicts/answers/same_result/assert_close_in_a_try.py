"""
says: torch.testing decides, an error means False
kind: right
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape or not (torch.isfinite(Y1).all() and torch.isfinite(Y2).all()):
        return False
    try:
        torch.testing.assert_close(Y1, Y2, rtol=0, atol=1e-5 * Y1.abs().max().item())
    except AssertionError:
        return False
    return True
