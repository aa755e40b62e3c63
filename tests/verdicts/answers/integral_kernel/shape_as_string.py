"""
says: builds a list with * on the wrong side of the brackets
kind: wrong
repair: [1.0] * length inside
lines: 10
crashes: yes
cause: torch.tensor gets two arguments: ones and a length
"""
def integral_kernel(length):
    return torch.tensor([[1.0]], length)
