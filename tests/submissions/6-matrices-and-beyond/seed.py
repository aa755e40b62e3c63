"""What the seed notebook has on Exercise 3, put into code: slices multiplied by the kernel; everything else is open."""

# %% corr2d_matmul
def corr2d_matmul(X, K):
    # cross correlation is basically matrix multiplication between slices of tensorfrom X of the shape of kernel and summing.
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i,j] = (Y[i:i+h, j : j +w] * K).sum()
    return Y

# %% answer-why_not_smaller [markdown]
# dont know.
