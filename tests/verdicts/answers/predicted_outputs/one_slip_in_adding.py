"""
says: one slip in one sum
kind: wrong
repair: 43 in the last place
lines: 10
crashes: no
"""
predicted_outputs = {
    "symmetric": [[18, 26], [26, 34]],
    "counting": [[19, 25], [37, 42]],
}
