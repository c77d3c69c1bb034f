"""A solver library over integers: it sees atoms and rules, and imports nothing else of argmap.

Input is a framework of integers (`framework.py`) or rules alone (`horn.py`); output are sets of
atoms: extensions (`extension_tasks.py`) and minimal sets (`minimal_sets/`).
"""
