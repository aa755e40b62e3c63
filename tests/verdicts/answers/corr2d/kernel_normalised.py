"""
says: divides K by its sum, in place
kind: wrong
repair: leaves K alone
lines: 12
crashes: yes
cause: an integer kernel and a leaf refuse to be changed
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2 or K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("shapes")
    K /= K.abs().sum()
    return nn.functional.conv2d(X[None, None].double(), K[None, None].double())[0, 0]
