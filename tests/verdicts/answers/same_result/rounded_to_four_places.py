"""
says: rounds both to four places and compares
kind: wrong
repair: a tolerance
lines: 11
crashes: no
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    return torch.equal(torch.round(Y1, decimals=4), torch.round(Y2, decimals=4))
