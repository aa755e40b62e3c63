"""
says: 5 kHz less the new limit, 1 kHz; repaired: mirrored: 3 kHz
kind: right
"""
downsampled_audio = {"sample_rate": 8_000, "lands_at": 3_000, "cost_ratio": 16}
