"""
says: right, by tensor out
kind: right
"""
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    if dilation * (kernel_size - 1) >= input_size + 2 * padding:
        raise ValueError("no place")
    probe = nn.Conv1d(1, 1, kernel_size, stride, padding, dilation, device="meta")
    return probe(torch.empty(1, 1, input_size, device="meta")).shape[-1]
