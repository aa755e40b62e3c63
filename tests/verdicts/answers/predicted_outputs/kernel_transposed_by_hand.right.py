"""
says: reads the kernel's columns as its rows; repaired: rows as rows
kind: right
"""
predicted_outputs = {
    "counting": [[19, 25], [37, 43]],
    "symmetric": [[18, 26], [26, 34]],
}
