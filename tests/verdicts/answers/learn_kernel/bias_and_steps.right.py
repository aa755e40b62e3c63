"""
says: the twin of bias_and_steps, repaired
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    net = nn.Conv2d(1, 1, kernel_size=(1, 2), bias=False)
    opt = torch.optim.SGD(net.parameters(), lr)
    for i in range(1, num_steps + 1):
        loss = ((net(X) - Y) ** 2).sum()
        opt.zero_grad()
        loss.backward()
        opt.step()
    return net.weight.data
