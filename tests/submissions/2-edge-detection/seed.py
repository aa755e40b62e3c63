"""The seed notebook's own answers: both captions swapped, zeros from the broken loop, open questions left open."""

# %% edge_table
# detects horizontal edges
# but not vertical edges
edge_table = {
    "K on A": 0, "K on B": 0, "K on C": 1, "K on D": 0,
    "K.t() on A": 1, "K.t() on B": -1, "K.t() on C": 0, "K.t() on D": 0,
}

# %% two_stripes
X = torch.ones((8,8))

X[:,2:3] = 0
X[:,4:6] = 0
two_stripes = X
# interesting

# %% diagonal_responses
def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i,j] = (Y[i:i+h, j : j +w] * K).sum()
    return Y

K = torch.tensor([[1.0,-1.0]])
diagonal_responses = {}
for name, X in {"line": torch.eye(3), "step": torch.ones(3, 3).triu()}.items():
    diagonal_responses[name] = torch.zeros(3, 2)
    diagonal_responses[f"{name}, X transposed"] = torch.zeros(3, 2)
    diagonal_responses[f"{name}, K transposed"] = torch.zeros(2, 3)

# %% answer-transpose_identity [markdown]
# zero matrix. No change. zero matrix.

# %% vertical_edge
vertical_edge = K.t()
