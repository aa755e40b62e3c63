"""
says: fills the output column by column; repaired: row by row
kind: right
"""
predicted_outputs = {
    "counting": [[19, 25], [37, 43]],
    "symmetric": [[18, 26], [26, 34]],
}
predicted_outputs
