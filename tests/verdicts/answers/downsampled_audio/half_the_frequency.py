"""
says: half the samples, half the pitch
kind: wrong
repair: 8000 - 5000
lines: 11
crashes: no
"""
rate, tone = 16_000, 5_000
downsampled_audio = {
    "sample_rate": rate // 2,
    "lands_at": tone // 2,
    "cost_ratio": 4 * 4,
}
