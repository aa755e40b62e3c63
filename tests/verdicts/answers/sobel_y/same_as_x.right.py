"""
says: repeats sobel_x; repaired: columns become rows
kind: right
"""
sobel_y = [[1, 2, 1], [0, 0, 0], [-1, -2, -1]]
