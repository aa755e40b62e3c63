"""
says: flips the kernel on paper; repaired: multiply number by number as they lie
kind: right
"""
predicted_outputs = {
    "counting": [[19, 25], [37, 43]],
    "symmetric": [[18, 26], [26, 34]],
}
