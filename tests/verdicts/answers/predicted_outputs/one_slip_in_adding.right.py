"""
says: one slip in one sum; repaired: 43 in the last place
kind: right
"""
predicted_outputs = {
    "symmetric": [[18, 26], [26, 34]],
    "counting": [[19, 25], [37, 43]],
}
