"""
says: a single row; repaired: eight of them
kind: right
"""
two_stripes = [[1, 1, 0, 1, 0, 0, 1, 1]] * 8
