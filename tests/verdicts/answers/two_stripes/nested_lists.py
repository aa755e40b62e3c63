"""
says: a list of lists of ints
kind: right
"""
two_stripes = [[1, 1, 0, 1, 0, 0, 1, 1] for _ in range(8)]
