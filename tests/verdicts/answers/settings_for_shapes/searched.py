"""
says: the last of all settings that a search finds, as lists
kind: right
"""
wanted = {
    "same size": ((3, 5), (8, 12)), "half the size": ((4, 4), (4, 6)),
    "fewer columns": ((3, 3), (8, 3)), "larger": ((2, 4), (9, 15)),
}


def last_setting(n, k, out):
    return [(p, s) for p in range(5) for s in range(1, 8) if n + 2 * p >= k and (n + 2 * p - k) // s + 1 == out][-1]


settings_for_shapes = {}
for name, (kernel, (rows, columns)) in wanted.items():
    down, across = last_setting(8, kernel[0], rows), last_setting(12, kernel[1], columns)
    settings_for_shapes[name] = {"padding": [down[0], across[0]], "stride": [down[1], across[1]]}
