"""
says: torch.equal; repaired: a tolerance
kind: right
"""
def same_result(Y1, Y2):
    return Y1.shape == Y2.shape and bool((Y1 - Y2).abs().max() <= 1e-4 * Y2.abs().max())
