"""
says: The kernel is a column (length, 1), so it would add down the rows
kind: wrong
repair: return, as in the twin
lines: 9
crashes: no
"""
def integral_kernel(length):
    return torch.ones(length).unsqueeze(1)
