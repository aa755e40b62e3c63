"""
says: asserts equal shapes
kind: wrong
repair: return False
lines: 10
crashes: yes
cause: the text asks for False, and assert raises
"""
def same_result(Y1, Y2):
    assert Y1.shape == Y2.shape
    largest = torch.maximum(Y1.abs(), Y2.abs()).max()
    return ((Y1 - Y2).abs() <= 1e-5 * largest).all().item()
