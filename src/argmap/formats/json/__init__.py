"""The JSON of a map, version 1: the stable form for other programs, with nothing left out.

docs/formats.md explains it and docs/argmap.schema.json defines it.
"""

from argmap.formats.json.read import read
from argmap.formats.json.write import write
from argmap.formats.problems import ReadResult

__all__ = ["ReadResult", "read", "write"]
