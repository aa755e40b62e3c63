"""
says: adds 1 to a list
kind: wrong
repair: its length
lines: 12
crashes: yes
cause: a list and a number cannot be added
"""
def minimum_size(degree):
    taps = [1]
    for step in range(degree):
        taps = taps + 1
    return len(taps)
