"""
says: the twin of float, repaired
kind: right
"""
def minimum_size(degree):
    return (2 * degree + 2) // 2
