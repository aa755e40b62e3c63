"""Right implementations that differ in algorithm: whatever the graded cases, each gets full marks."""
