"""
says: thinks of windows that grow on both sides: 2 d - 1; repaired: d + 1
kind: right
"""
def minimum_size(degree):
    return degree + 1
