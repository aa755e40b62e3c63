"""
says: len of a (1, n) tensor is its number of rows, 1, not of entries
kind: wrong
repair: return, as in the twin
lines: 10
crashes: no
"""
def minimum_size(degree):
    k = torch.zeros(1, degree + 1)
    return len(k)
