"""
says: a Kronecker product spreads the kernel
kind: right
"""
def corr2d_dilated(X, K, dilation=1):
    cell = torch.zeros(dilation, dilation)
    cell[0, 0] = 1
    spread = torch.kron(K, cell)[:dilation * (K.shape[0] - 1) + 1, :dilation * (K.shape[1] - 1) + 1]
    return corr2d(X, spread)
