"""
says: degree numbers are enough
kind: wrong
repair: one more
lines: 9
crashes: no
"""
def minimum_size(degree):
    return degree
