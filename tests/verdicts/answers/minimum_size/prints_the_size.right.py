"""
says: prints and returns nothing; repaired: return
kind: right
"""
def minimum_size(degree):
    return degree + 1
