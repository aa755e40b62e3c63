"""
says: torch.stack wants a list or tuple, not a generator: TypeError
kind: wrong
repair: return (square brackets missing), as in the twin
lines: 10
crashes: yes
cause: what it says
"""
def corr2d_multi_in_out(X, K):
    return torch.stack(corr2d_multi_in(X, K[o]) for o in range(len(K)))
