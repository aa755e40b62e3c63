"""The seed notebook's own cells, with its mistakes: the last channel only, `k` never used, a difference of 24.95."""

# %% corr2d_multi_in
#creating cross correlation for multiple channels
def corr2d_multi_in_my(X, K):
    sum_Y = 0
    for x, k in zip(X,K):
        nh, nw = x.shape
        h, w = k.shape
        Y = torch.zeros((nh-h+1), (nw-w+1))
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                x_in = x[i:i+h, j:j+w]
#                 print(x_in.shape, k.shape)
                Y[i][j] = ( x_in * k).sum()
    print(Y)
    sum_Y += Y
    return sum_Y

corr2d_multi_in = corr2d_multi_in_my

# %% corr2d_multi_in_out
def corr2d_multi_in_out(X, K):
    return torch.stack([corr2d_multi_in_my(X,K) for k in K], 0)

# %% corr2d_multi_in_out_1x1
def corr2d_multi_in_out_1x1(X, K):
    c_i, h, w = X.shape
    c_o = K.shape[0]
    X = X.reshape((c_i, h * w))
    K = K.reshape((c_o, c_i))
    Y = torch.matmul(K,X)
    return Y.reshape(c_o, h, w)

# %% same_result
def same_result(Y1, Y2):
    print(float(torch.abs(Y1-Y2).sum()) )

# %% answer-explain_24_95 [markdown]
# You could think of the 1 × 1 convolutional layer as constituting a fully-connected layer applied at every single pixel.
