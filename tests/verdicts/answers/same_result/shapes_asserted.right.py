"""
says: asserts equal shapes; repaired: return False
kind: right
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    largest = torch.maximum(Y1.abs(), Y2.abs()).max()
    return ((Y1 - Y2).abs() <= 1e-5 * largest).all().item()
