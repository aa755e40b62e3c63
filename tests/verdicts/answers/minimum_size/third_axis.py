"""
says: shape[2] of a 2-D kernel does not exist: IndexError
kind: wrong
repair: return, as in the twin
lines: 13
crashes: yes
cause: what it says
"""
def minimum_size(degree):
    kernel = torch.ones(1, 1)
    for _ in range(degree):
        kernel = nn.functional.pad(kernel, (1, 0)) - nn.functional.pad(kernel, (0, 1))
    return kernel.shape[2]
