"""
says: prints and returns nothing
kind: wrong
repair: return
lines: 9
crashes: no
"""
def minimum_size(degree):
    print(degree + 1)
