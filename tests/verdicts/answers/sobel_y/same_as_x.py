"""
says: repeats sobel_x
kind: wrong
repair: columns become rows
lines: 8
crashes: no
"""
sobel_y = [[1, 0, -1], [2, 0, -2], [1, 0, -1]]
