"""
says: two numbers, read off by trying
kind: right
"""
largest_stable_lr = {"without_bias": 1 / 30, "with_bias": 0.0162}
