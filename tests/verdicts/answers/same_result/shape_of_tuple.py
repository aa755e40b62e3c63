"""
says: compares the shapes element by element with torch.all
kind: wrong
repair: with !=
lines: 10
crashes: yes
cause: two shapes compared are a bool, no tensor
"""
def same_result(Y1, Y2):
    if not torch.all(Y1.shape == Y2.shape):
        return False
    return bool(((Y1 - Y2).abs() <= 1e-5 * Y1.abs().max()).all())
