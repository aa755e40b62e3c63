"""
says: lets the window jump by its own width, so it hangs over the edge; repaired: one pixel at a time
kind: right
"""
predicted_outputs = {
    "counting": [[19, 25], [37, 43]],
    "symmetric": [[18, 26], [26, 34]],
}
