"""
says: asks a layer on the meta device; an error of PyTorch's becomes a ValueError
kind: right
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    X = torch.empty(1, 1, input_size, device="meta")
    K = torch.empty(1, 1, kernel_size, device="meta")
    try:
        return nn.functional.conv1d(X, K, stride=stride, padding=padding, dilation=dilation).size(-1)
    except RuntimeError as error:
        raise ValueError(str(error)) from None
