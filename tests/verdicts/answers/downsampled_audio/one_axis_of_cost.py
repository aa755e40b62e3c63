"""
says: a stride of 4 saves a factor of 4
kind: wrong
repair: along both axes, 16
lines: 8
crashes: no
"""
downsampled_audio = dict(sample_rate=8000, lands_at=3000, cost_ratio=4)
