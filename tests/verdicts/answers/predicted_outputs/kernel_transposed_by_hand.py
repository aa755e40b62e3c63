"""
says: reads the kernel's columns as its rows
kind: wrong
repair: rows as rows
lines: 9
crashes: no
"""
predicted_outputs = {
    "counting": [[17, 23], [35, 41]],
    "symmetric": [[18, 26], [26, 34]],
}
