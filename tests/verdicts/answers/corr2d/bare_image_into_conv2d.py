"""
says: hands the bare image and kernel to PyTorch's conv2d
kind: wrong
repair: add two axes to both, take them off the result
lines: 16
crashes: yes
cause: conv2d wants four axes of the kernel and got two
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X and K must be 2-D")
    if any(k > x for k, x in zip(K.shape, X.shape)):
        raise ValueError("K does not fit in X")
    dtype = torch.promote_types(torch.result_type(X, K), torch.get_default_dtype())
    X, K = X.to(dtype), K.to(dtype)
    return nn.functional.conv2d(X, K)
