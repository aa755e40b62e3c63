"""
says: leaves out the default of 1
kind: wrong
repair: dilation=1
lines: 9
crashes: yes
cause: without the third argument the call fails
"""
def corr2d_dilated(X, K, dilation):
    spread = torch.zeros([dilation * (size - 1) + 1 for size in K.shape])
    spread[::dilation, ::dilation] = K
    return corr2d(X, spread)
