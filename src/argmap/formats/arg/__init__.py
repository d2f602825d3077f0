"""The .arg writer: a map as a file in canonical form."""

from argmap.formats.arg.write import write
from argmap.formats.losses import Written

__all__ = ["Written", "write"]
