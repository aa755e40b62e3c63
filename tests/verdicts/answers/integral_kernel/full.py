"""
says: torch.full needs the number to fill with: TypeError for the missing argument
kind: wrong
repair: return, as in the twin
lines: 10
crashes: yes
cause: what it says
"""
def integral_kernel(length):
    return torch.full((1, length))
