"""
says: torch.allclose with its own tolerances
kind: wrong
repair: an atol in units of the largest number, and a look at the shapes
lines: 10
crashes: yes
cause: allclose stops with an error for shapes that do not stretch to each other
"""
def same_result(Y1, Y2):
    return torch.allclose(Y1, Y2)
