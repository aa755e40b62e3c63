"""
says: the twin of cumsum, repaired
kind: right
"""
def integral_kernel(length):
    K = torch.ones(length)
    K = K.clone()
    return K.reshape(1, -1)
