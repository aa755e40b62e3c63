"""
says: adds a text and a number; repaired: two numbers
kind: right
"""
def minimum_size(degree):
    return degree + 1
