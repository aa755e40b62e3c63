"""
says: a single row
kind: wrong
repair: eight of them
lines: 8
crashes: no
"""
two_stripes = [[1, 1, 0, 1, 0, 0, 1, 1]]
