"""From a quotation and the text of a source to where, and how exactly, the source says it.

Pure: bytes in, a text with its places out; words in, the passage that has them out. It knows
nothing of files, of rules, or of how a finding is worded.
"""
