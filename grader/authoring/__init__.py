"""Makes packs from tasks and proves that a task is well made: mutants, edited solutions, cases nobody chose.

Knows no submission and no class.
"""
