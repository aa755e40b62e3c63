"""
says: two pixels for each difference
kind: wrong
repair: each difference adds one
lines: 11
crashes: no
"""
def minimum_size(degree):
    size = 1
    for _ in range(degree):
        size *= 2
    return size
