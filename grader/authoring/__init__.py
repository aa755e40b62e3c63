"""Makes packs from tasks, with the proof that a task is well made: mutants, edited solutions, cases nobody chose.

Knows no submission and no class.  Its words are those of its modules, because most of them need torch.
"""

__all__ = ["build", "missing", "mutants", "other_cases", "syntax_mutants"]
