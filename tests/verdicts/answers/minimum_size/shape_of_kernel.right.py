"""
says: the twin of shape_of_kernel, repaired
kind: right
"""
def minimum_size(degree):
    return degree + 1
