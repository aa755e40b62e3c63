"""
says: glues zeros to axis 0 and axis 1; repaired: axes -2 and -1
kind: right
"""
def pad2d(X, padding):
    p, q = padding
    side = torch.zeros(*X.shape[:-1], q)
    X = torch.cat([side, X, side], dim=-1)
    cap = torch.zeros(*X.shape[:-2], p, X.shape[-1])
    return torch.cat([cap, X, cap], dim=-2)
