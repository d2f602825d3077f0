"""Argument schemes: patterns of argument with named premises and critical questions.

The catalogue is loaded when a scheme is first looked up.
"""

from argmap.schemes.known import known_schemes, no_scheme
from argmap.schemes.scheme import CONCLUSION, STEP, Premise, Question, Scheme, variables

__all__ = [
    "CONCLUSION",
    "STEP",
    "Premise",
    "Question",
    "Scheme",
    "known_schemes",
    "no_scheme",
    "variables",
]
