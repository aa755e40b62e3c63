"""
says: leaves out the default of 1; repaired: dilation=1
kind: right
"""
def corr2d_dilated(X, K, dilation=1):
    spread = torch.zeros([dilation * (size - 1) + 1 for size in K.shape])
    spread[::dilation, ::dilation] = K
    return corr2d(X, spread)
