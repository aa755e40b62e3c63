"""
says: torch.equal
kind: wrong
repair: a tolerance
lines: 9
crashes: no
"""
def same_result(Y1, Y2):
    return torch.equal(Y1, Y2)
