"""What a reader who does not see the picture is told about it."""

from __future__ import annotations

from argmap.model import ArgumentMap, value_of
from argmap.render.content import Content

_MOST = 1_200


def facts(argument_map: ArgumentMap, content: Content) -> str:
    """How much there is, who wrote it and when: `40 claims, 38 steps · author · date`."""
    claims = sum(1 for item in content.items if item.kind != "question")
    steps = sum(1 for link in content.links if link.kind not in ("answer", "raised"))
    counts = [_count(claims, "claim"), _count(steps, "step")]
    if argument_map.sections:
        counts.append(_count(len(argument_map.sections), "section"))
    parts = [", ".join(counts)]
    for key in ("author", "date"):
        value = value_of(argument_map.attributes, key)
        if isinstance(value, str):
            parts.append(value)
    return " · ".join(parts)


def description(argument_map: ArgumentMap, content: Content) -> str:
    """The map in a paragraph: its size, its questions with their answers, its conclusions."""
    out = [f"An argument map of {facts(argument_map, content).split(' · ')[0]}."]
    answers: dict[int, list[str]] = {}
    reasons: dict[int, list[int]] = {}
    for link in content.links:
        if link.kind == "answer":
            answers.setdefault(link.target, []).append(content.items[link.premises[0]].text)
        elif link.kind in ("support", "rebuttal"):
            count = reasons.setdefault(link.target, [0, 0])
            count[link.kind == "rebuttal"] += 1
    length = len(out[0])
    for at, item in enumerate(content.items):
        if item.kind == "question":
            said = f"Question: {item.text}"
            if at in answers:
                said += " Answers: " + " / ".join(answers[at])
        elif item.kind in ("main", "answer") and at in reasons:
            pro, con = reasons[at]
            said = f"“{item.text}” has {_count(pro, 'reason')} for it and {con} against it."
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
