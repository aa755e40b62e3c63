"""
says: reads the strongest number out of each response
kind: right
"""
K = torch.tensor([[1.0, -1.0]])
stripe = images.stripes(4, 4, dark=[(2, 4)])
pictures = {"A": stripe, "B": images.stripes(4, 4, dark=[(0, 2)]), "C": stripe.t(), "D": images.diagonal_step(4)}
edge_table = {}
for kernel_name, kernel in (("K", K), ("K.t()", K.t())):
    for picture, X in pictures.items():
        Y = corr2d(X, kernel).flatten()
        edge_table[f"{kernel_name} on {picture}"] = int(Y[Y.abs().argmax()])
