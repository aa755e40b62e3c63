"""
says: right, by autograd
kind: right
"""
def corr2d_transposed(X, K, stride=1):
    seen = torch.zeros([(n - 1) * stride + k for n, k in zip(X.shape, K.shape)], requires_grad=True)
    out = nn.functional.conv2d(seen[None, None], K[None, None], stride=stride)[0, 0]
    return torch.autograd.grad(out, seen, X)[0]
