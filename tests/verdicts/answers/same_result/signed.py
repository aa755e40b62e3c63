"""
says: The largest difference is taken without abs(), so a Y2 that is too large everywhere is a negative difference and passes
kind: wrong
repair: max line, as in the twin
lines: 14
crashes: no
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    if Y1.isnan().any() or Y2.isnan().any():
        return False
    scale = max(Y1.abs().max().item(), Y2.abs().max().item())
    return (Y1 - Y2).max().item() <= 1e-4 * scale
