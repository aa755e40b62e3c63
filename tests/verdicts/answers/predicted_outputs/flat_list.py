"""
says: writes four numbers in a row
kind: wrong
repair: two rows of two
lines: 9, 10
crashes: no
"""
predicted_outputs = {
    "counting": [19, 25, 37, 43],
    "symmetric": [18, 26, 26, 34],
}
