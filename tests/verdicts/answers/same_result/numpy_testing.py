"""
says: NumPy's own comparison, its error caught
kind: right
"""
def same_result(Y1, Y2):
    import numpy as np

    a, b = Y1.detach().numpy(), Y2.detach().numpy()
    if a.shape != b.shape or np.isnan(a).any() or np.isnan(b).any():
        return False
    try:
        np.testing.assert_allclose(a, b, rtol=0, atol=3e-4 * float(np.abs(a).max()))
    except AssertionError:
        return False
    return True
