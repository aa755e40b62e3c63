"""
says: forgets the product with 3, the last of each window
kind: wrong
repair: all four products
lines: 9
crashes: no
"""
predicted_outputs = {
    "counting": [[0 + 1 + 6, 0 + 2 + 8], [0 + 4 + 12, 0 + 5 + 14]],
    "symmetric": [[1 + 4 + 4 + 9, 2 + 6 + 6 + 12], [2 + 6 + 6 + 12, 3 + 8 + 8 + 15]],
}
