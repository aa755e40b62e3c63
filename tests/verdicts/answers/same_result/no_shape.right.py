"""
says: the twin of no_shape, repaired
kind: right
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape: return False
    scale = torch.maximum(Y1.abs().max(), Y2.abs().max())
    return bool(((Y1 - Y2).abs() <= 5e-5 * scale).all())
