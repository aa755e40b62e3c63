"""
says: writes thousands with a dot: 8.000
kind: wrong
repair: 8000
lines: 8
crashes: no
"""
downsampled_audio = {"sample_rate": 8.000, "lands_at": 3.000, "cost_ratio": 16}
