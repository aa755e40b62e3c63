"""
says: the work is done in a base class
kind: right
"""
class Layer(nn.Module):
    def __init__(self, shape):
        super(Layer, self).__init__()
        self.shape = tuple(shape)
        self.weight = nn.Parameter(torch.normal(0.0, 0.3, self.shape))
        self.bias = nn.Parameter(torch.zeros((1,)))


class Conv2D(Layer):
    def forward(self, X):
        Y = corr2d(X, self.weight)
        return Y.add(self.bias)

    def extra_repr(self):
        return f"kernel_size={self.shape}"
