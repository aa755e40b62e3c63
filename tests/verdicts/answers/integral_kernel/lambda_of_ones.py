"""
says: a lambda, integers
kind: right
"""
integral_kernel = lambda length: torch.ones((1, length), dtype=torch.int64)
