"""
says: the first of a generator
kind: right
"""
smallest_width = next(n for n in range(1, 99) if n // 4 != max(0, (n + 1) // 4))
