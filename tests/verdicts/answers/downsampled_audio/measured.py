"""
says: measures with a spectrum, floats
kind: right
"""
tone = torch.sin(2 * torch.pi * 5000 * torch.arange(16000) / 16000)[::2]
downsampled_audio = {
    "sample_rate": 16000 / 2,
    "lands_at": float(torch.fft.rfft(tone).abs().argmax()),
    "cost_ratio": (224 / 56) ** 2,
}
