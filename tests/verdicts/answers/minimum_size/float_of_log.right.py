"""
says: a float from a division; repaired: an int
kind: right
"""
def minimum_size(degree):
    return (2 * degree + 2) // 2
