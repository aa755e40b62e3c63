"""
says: forgets that a kernel has two sides: 3 numbers, not 9
kind: wrong
repair: 9 numbers for each pair
lines: 9
crashes: no
"""
def conv(c_in, c_out, side):
    return [c_in * c_out * side, c_out]

parameter_counts = dict(color=conv(3, 8, 3), stride=conv(3, 8, 3), one_by_one=conv(3, 2, 1), dense=[27 * 18, 18])
