"""
says: wraps nn.Conv2d, without axes and without own parameters' names
kind: wrong
repair: own parameters
lines: 12, 15
crashes: yes
cause: the names weight and bias are not there
"""
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.conv = nn.Conv2d(1, 1, kernel_size)

    def forward(self, X):
        return self.conv(X[None, None])[0, 0]
