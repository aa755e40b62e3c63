"""
says: a Kronecker sum
kind: right
"""
second, one = torch.tensor([[1, -2, 1]]), torch.tensor([[0, 1, 0]])
laplacian = torch.kron(second, one.t()) + torch.kron(one, second.t())
