"""
says: returns plain lists
kind: wrong
repair: tensors
lines: 9, 10
crashes: no
"""
def exposing_case():
    X = [[1, 5, 2, 8], [0, 3, 7, 4], [6, 9, 1, 2], [3, 3, 8, 5], [7, 1, 4, 9]]
    K = [[1, -2], [3, 5], [0, 7]]
    return X, K
