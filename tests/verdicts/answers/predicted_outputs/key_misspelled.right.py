"""
says: writes its own key for the first example; repaired: "counting"
kind: right
"""
predicted_outputs = {
    "counting": [[19, 25], [37, 43]],
    "symmetric": [[18, 26], [26, 34]],
}
