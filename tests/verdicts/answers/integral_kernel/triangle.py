"""
says: a lower triangle, whose product would be the cumulative sum
kind: wrong
repair: one row
lines: 9
crashes: no
"""
def integral_kernel(length):
    return torch.tril(torch.ones(length, length))
