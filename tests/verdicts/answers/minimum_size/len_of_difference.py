"""
says: as long as the repeated difference
kind: right
"""
def minimum_size(degree):
    row = [1]
    while degree:
        row, degree = [a - b for a, b in zip([0] + row, row + [0])], degree - 1
    return len(row)
