"""
says: torch.cat joins the maps along rows
kind: wrong
repair: stack
lines: 9
crashes: no
"""
def corr2d_multi_in_out(X, K):
    return torch.cat([corr2d_multi_in(X, k) for k in K])
