"""
says: The subscripts "io" take the kernel's first axis for the input channels: transposed, wrong for square matrices and an error for others
kind: wrong
repair: einsum line, as in the twin
lines: 10
crashes: yes
cause: what it says
"""
def corr2d_multi_in_out_1x1(X, K):
    return torch.einsum("io,ihw->ohw", K[..., 0, 0], X)
