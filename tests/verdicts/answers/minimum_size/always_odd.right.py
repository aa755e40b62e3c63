"""
says: kernels have an odd size; repaired: degree + 1
kind: right
"""
def minimum_size(degree):
    return degree + 1
