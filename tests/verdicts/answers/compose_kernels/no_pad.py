"""
says: Correlates the kernels without padding: K2 may not fit in K1 (ValueError), and the result is too small anyway
kind: wrong
repair: return, as in the twin
lines: 10
crashes: yes
cause: what it says
"""
def compose_kernels(K1, K2):
    return corr2d(K1, torch.flip(K2, (0, 1)))
