"""
says: writes four numbers in a row; repaired: two rows of two
kind: right
"""
predicted_outputs = {
    "counting": [[19, 25], [37, 43]],
    "symmetric": [[18, 26], [26, 34]],
}
