"""
says: NaN equals NaN, and shapes are broadcast; repaired: neither
kind: right
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape or Y1.isnan().any() or Y2.isnan().any():
        return False
    return torch.allclose(Y1, Y2, rtol=0, atol=1e-5 * float(Y2.abs().max()))
