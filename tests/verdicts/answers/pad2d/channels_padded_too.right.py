"""
says: nn.functional.pad with six numbers: the channel axis is padded as well; repaired: four numbers
kind: right
"""
def pad2d(X, padding):
    r, c = padding
    if X.dim() == 3:
        return nn.functional.pad(X, (c, c, r, r))
    return nn.functional.pad(X, (c, c, r, r))
