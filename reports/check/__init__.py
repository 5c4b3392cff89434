"""The outputs of ``crosscheck check``: for people, for terminals of editors, for forges and for other programs."""
