"""
says: flips the kernel on paper
kind: wrong
repair: multiply number by number as they lie
lines: 9, 10
crashes: no
"""
predicted_outputs = {
    "counting": [[5, 11], [23, 29]],
    "symmetric": [[14, 22], [22, 30]],
}
