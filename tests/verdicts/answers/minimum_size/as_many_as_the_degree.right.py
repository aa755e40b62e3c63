"""
says: degree numbers are enough; repaired: one more
kind: right
"""
def minimum_size(degree):
    return degree + 1
