"""
says: half the samples, half the pitch; repaired: 8000 - 5000
kind: right
"""
rate, tone = 16_000, 5_000
downsampled_audio = {
    "sample_rate": rate // 2,
    "lands_at": rate // 2 - tone,
    "cost_ratio": 4 * 4,
}
