"""
says: maximum norms
kind: right
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    inf = float("inf")
    gap = torch.linalg.vector_norm((Y1 - Y2).double(), inf)
    size = torch.linalg.vector_norm(torch.stack([Y1, Y2]).double(), inf)
    return bool(gap <= 1e-4 * size)
