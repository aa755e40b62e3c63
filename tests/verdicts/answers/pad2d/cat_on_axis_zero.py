"""
says: glues zeros to axis 0 and axis 1
kind: wrong
repair: axes -2 and -1
lines: 13, 14
crashes: yes
cause: with channels in front the zeros go to the wrong axis, where sizes differ
"""
def pad2d(X, padding):
    p, q = padding
    side = torch.zeros(*X.shape[:-1], q)
    X = torch.cat([side, X, side], dim=-1)
    cap = torch.zeros(p, X.shape[-1])
    return torch.cat([cap, X, cap], dim=0)
