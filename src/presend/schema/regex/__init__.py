r"""Regular expressions of ECMA 262 in its Unicode mode, read by presend itself, so that each means the same everywhere.

Decided 2026-12: every engine reads some pattern in a way of its own, and in another one a version later (`\b` beside
é, `(?=.)\d`, `{1,4000000000}`). So `syntax.py` alone says what a pattern is; `patterns.py` says how big one may be, and
`linear.py` writes it in such words as jsonschema-rs has always had. What those cannot say goes to `automaton.py`
(look-around, `\B`; one pass over the text), and, with a backreference, to `backtracking.py`, by the steps of
`program.py`.
"""
