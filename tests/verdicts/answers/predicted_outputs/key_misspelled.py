"""
says: writes its own key for the first example
kind: wrong
repair: "counting"
lines: 9
crashes: no
"""
predicted_outputs = {
    "count": [[19, 25], [37, 43]],
    "symmetric": [[18, 26], [26, 34]],
}
