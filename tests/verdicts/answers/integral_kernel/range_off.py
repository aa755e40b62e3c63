"""
says: range(1, length) makes one weight too few (none for length 1)
kind: wrong
repair: the list line, as in the twin
lines: 9
crashes: no
"""
def integral_kernel(length):
    row = [1.0 for _ in range(1, length)]
    return torch.tensor([row])
