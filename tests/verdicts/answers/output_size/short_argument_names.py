"""
says: names the arguments n, k, s, p, d
kind: wrong
repair: the names of the task
lines: 9
crashes: yes
cause: the task's keyword stride= is not known
"""
def output_size(n, k, s=1, p=0, d=1):
    last = n + 2 * p - d * (k - 1) - 1
    if last < 0:
        raise ValueError("no place")
    return last // s + 1
