"""
says: forgets the product with 3, the last of each window; repaired: all four products
kind: right
"""
predicted_outputs = {
    "counting": [[0 + 1 + 6 + 12, 0 + 2 + 8 + 15], [0 + 4 + 12 + 21, 0 + 5 + 14 + 24]],
    "symmetric": [[1 + 4 + 4 + 9, 2 + 6 + 6 + 12], [2 + 6 + 6 + 12, 3 + 8 + 8 + 15]],
}
