"""Mutated files and texts through every reader, ``check``, ``judge`` and ``quantities``: no traceback, nothing slow."""
