"""What a reader who does not see the picture is told about it."""

from __future__ import annotations

from argmap.model import NO_SECTION, ArgumentMap, value_of
from argmap.render.content import Content
from argmap.render.look import Look

_MOST = 1_200
SAID = {
    "in": "stands",
    "undecided": "is contested",
    "out": "falls",
    "unsupported": "has nothing to rest on",
}
"""A label in a sentence."""


def facts(argument_map: ArgumentMap, content: Content) -> str:
    """How much there is, who wrote it and when: `40 claims, 38 steps · author · date`."""
    claims = sum(1 for item in content.items if item.kind not in ("question", "reference"))
    steps = sum(1 for link in content.links if link.kind not in ("answer", "raised"))
    counts = [_count(claims, "claim"), _count(steps, "step")]
    sections = _sections(argument_map, content)
    if sections:
        counts.append(_count(sections, "section"))
    parts = [", ".join(counts)]
    for key in ("author", "date"):
        value = value_of(argument_map.attributes, key)
        if isinstance(value, str):
            parts.append(value)
    return " · ".join(parts)


def _sections(argument_map: ArgumentMap, content: Content) -> int:
    """How many sections have something drawn in them, or in a section they hold."""
    used: set[int] = set()
    for item in content.items:
        section = item.section
        while section != NO_SECTION and section not in used:
            used.add(section)
            section = argument_map.sections[section].parent
    return len(used)


def description(
    argument_map: ArgumentMap, content: Content, look: Look, verdicts: tuple[str, ...] = ()
) -> str:
    """The map in a paragraph: its size, its verdicts, its questions with their answers, its
    conclusions and how they fare."""
    out = [f"An argument map of {facts(argument_map, content).split(' · ')[0]}.", *verdicts]
    answers: dict[int, list[str]] = {}
    reasons: dict[int, list[int]] = {}
    for link in content.links:
        if link.kind == "answer":
            answers.setdefault(link.target, []).append(content.items[link.premises[0]].text)
        elif link.kind in ("support", "rebuttal"):
            count = reasons.setdefault(link.target, [0, 0])
            count[link.kind == "rebuttal"] += 1
    length = sum(map(len, out))
    for at, item in enumerate(content.items):
        if item.kind == "question":
            said = f"Question: {item.text}"
            if at in answers:
                said += " Answers: " + " / ".join(answers[at])
        elif item.kind in ("main", "answer") and at in reasons:
            pro, con = reasons[at]
            said = f"“{item.text}” has {_count(pro, 'reason')} for it and {con} against it"
            fare = look.fares[at]
            said += f" and {SAID[fare.label]}." if fare is not None else "."
        else:
            continue
        length += len(said)
        if length > _MOST:
            out.append("…")
            break
        out.append(said)
    return " ".join(out)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
