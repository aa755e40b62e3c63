"""
says: adds nested lists of floats as if they were matrices and multiplies
kind: wrong
repair: tensors
lines: 11
crashes: yes
cause: lists cannot be multiplied by a float
"""
row = [[0.0, 0.0, 0.0], [1.0, -2.0, 1.0], [0.0, 0.0, 0.0]]
column = [[0.0, 1.0, 0.0], [0.0, -2.0, 0.0], [0.0, 1.0, 0.0]]
laplacian = 1.0 * row + 1.0 * column
