"""
says: No check of the shapes: a shape that broadcasts passes, another one is an error
kind: wrong
repair: the missing first if, as in the twin
lines: 10
crashes: yes
cause: what it says
"""
def same_result(Y1, Y2):
    scale = torch.maximum(Y1.abs().max(), Y2.abs().max())
    return bool(((Y1 - Y2).abs() <= 5e-5 * scale).all())
