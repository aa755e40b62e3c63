"""
says: lets the window jump by its own width, so it hangs over the edge
kind: wrong
repair: one pixel at a time
lines: 10
crashes: no
"""
predicted_outputs = {
    "counting": [[19, 25], [37, 43]],
    "symmetric": [[18, 13], [13, 5]],
}
