"""
says: two pixels for each difference; repaired: each difference adds one
kind: right
"""
def minimum_size(degree):
    size = 1
    for _ in range(degree):
        size += 1
    return size
