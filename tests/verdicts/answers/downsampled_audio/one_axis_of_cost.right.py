"""
says: a stride of 4 saves a factor of 4; repaired: along both axes, 16
kind: right
"""
downsampled_audio = dict(sample_rate=8000, lands_at=3000, cost_ratio=16)
