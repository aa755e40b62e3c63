"""Answers to the predictions of a notebook."""

ANSWERS = {}
