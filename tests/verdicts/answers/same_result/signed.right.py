"""
says: the twin of signed, repaired
kind: right
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    if Y1.isnan().any() or Y2.isnan().any():
        return False
    scale = max(Y1.abs().max().item(), Y2.abs().max().item())
    return (Y1 - Y2).abs().max().item() <= 1e-4 * scale
