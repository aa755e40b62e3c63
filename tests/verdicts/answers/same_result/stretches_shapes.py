"""
says: no look at the shapes
kind: wrong
repair: compare them
lines: 10
crashes: yes
cause: shapes that do not fit together cannot be subtracted; those that do are stretched
"""
def same_result(Y1, Y2):
    largest = max(Y1.abs().max(), Y2.abs().max())
    return bool((Y1 - Y2).abs().max() <= largest * 1e-5)
