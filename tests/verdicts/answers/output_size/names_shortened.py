"""
says: other argument names: n, k, s, p, d
kind: wrong
repair: as in the task
lines: 9, 10, 13
crashes: yes
cause: called by name
"""
def output_size(n, k, s=1, p=0, d=1):
    room = n + 2 * p - d * (k - 1) - 1
    if room < 0:
        raise ValueError("does not fit")
    return room // s + 1
