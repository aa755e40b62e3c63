"""
says: the twin of both_halved_and_no_zero, repaired
kind: right
"""
def learn_kernel(X, Y, num_steps=10, lr=3e-2):
    w = torch.zeros(1, 1, 1, 2, requires_grad=True)
    for _ in range(num_steps):
        w.grad = None
        loss = ((nn.functional.conv2d(X, w) - Y) ** 2).sum()
        loss.backward()
        w.data -= lr * w.grad
    return w.detach()
