"""
says: adds 1 to a list; repaired: its length
kind: right
"""
def minimum_size(degree):
    taps = [1]
    for step in range(degree):
        taps = taps + [1]
    return len(taps)
