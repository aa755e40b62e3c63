"""
says: the twin of odd_only, repaired
kind: right
"""
def minimum_size(degree):
    n = degree + 1
    return n
