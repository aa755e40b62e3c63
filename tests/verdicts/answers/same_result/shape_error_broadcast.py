"""
says: compares without looking at the shapes
kind: wrong
repair: looks
lines: 10
crashes: yes
cause: tensors of other shapes do not broadcast
"""
def same_result(Y1, Y2):
    return torch.all(torch.abs(Y1 - Y2) <= 1e-3 * torch.abs(Y1).max()).item()
