"""
says: torch.allclose with its own tolerances; repaired: an atol in units of the largest number, and a look at the shapes
kind: right
"""
def same_result(Y1, Y2):
    return Y1.shape == Y2.shape and torch.allclose(Y1, Y2, rtol=0, atol=1e-5 * float(Y1.abs().nan_to_num().max()))
