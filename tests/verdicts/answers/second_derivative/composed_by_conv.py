"""
says: lets conv_transpose1d compose two differences
kind: right
"""
first = torch.tensor([[[-1.0, 1.0]]])
second_derivative = nn.functional.conv_transpose1d(first, first)[0]
