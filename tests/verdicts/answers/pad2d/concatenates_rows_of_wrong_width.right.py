"""
says: concatenates zeros above and below that are not yet as wide; repaired: rows first, then columns
kind: right
"""
def pad2d(X, padding):
    p, q = padding
    H, W = X.shape[-2:]
    side = torch.zeros(*X.shape[:-1], q)
    top = torch.zeros(*X.shape[:-2], p, W + 2 * q)
    X = torch.cat([side, X, side], dim=-1)
    return torch.cat([top, X, top], dim=-2)
