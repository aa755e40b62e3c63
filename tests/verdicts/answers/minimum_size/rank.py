"""
says: right, by rank
kind: right
"""
def minimum_size(degree):
    n = 1
    while int(torch.linalg.matrix_rank(torch.linspace(-1, 1, n, dtype=torch.float64)[None] ** torch.arange(degree + 1)[:, None])) <= degree:
        n += 1
    return n
