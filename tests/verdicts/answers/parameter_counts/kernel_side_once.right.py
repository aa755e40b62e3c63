"""
says: forgets that a kernel has two sides: 3 numbers, not 9; repaired: 9 numbers for each pair
kind: right
"""
def conv(c_in, c_out, side):
    return [c_in * c_out * side**2, c_out]

parameter_counts = dict(color=conv(3, 8, 3), stride=conv(3, 8, 3), one_by_one=conv(3, 2, 1), dense=[27 * 18, 18])
