"""
says: tensors in place of lists
kind: right
"""
predicted_outputs = {
    "counting": torch.tensor([[19.0, 25.0], [37.0, 43.0]]),
    "symmetric": torch.tensor([[18, 26], [26, 34]]),
}
