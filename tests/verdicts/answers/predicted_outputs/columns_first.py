"""
says: fills the output column by column
kind: wrong
repair: row by row
lines: 9
crashes: no
"""
predicted_outputs = {
    "counting": [[19, 37], [25, 43]],
    "symmetric": [[18, 26], [26, 34]],
}
predicted_outputs
