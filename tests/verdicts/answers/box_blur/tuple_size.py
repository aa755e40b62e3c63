"""
says: `size * size` where two separate sizes are meant: a single long axis that then cannot be reshaped with -1 twice (RuntimeError)
kind: wrong
repair: the reshape line, as in the twin
lines: 11
crashes: yes
cause: what it says
"""
def box_blur(size):
    flat = torch.ones(size * size) / size**2
    return flat.reshape(-1, -1)
