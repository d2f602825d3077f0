"""What part a premise plays in the scheme of its step: the role that `role:` gives it.

The box of the premise says it among the writer's words, since nearly all claims with a role are
premises of one step, and between a premise and the disc where it meets others is no room for a
word. Its title says of which step; a reference, which has no foot, says it there alone.
"""

from __future__ import annotations

from argmap.model import ArgumentMap, Step
from argmap.model.words import in_words
from argmap.render.content import Content, Item
from argmap.render.look import quoted

_STEPS = {
    "support": "the step for",
    "rebuttal": "the step against",
    "undercut": "the undercut of the step from",
}


def with_roles(content: Content, argument_map: ArgumentMap) -> Content:
    """The same content, whose items say what roles they have."""
    steps = {step.id: step for step in argument_map.steps if step.roles}
    if not steps:
        return content
    items = list(content.items)
    for link in content.links:
        step = steps.get(link.id)
        if step is None:
            continue
        about = content.links[link.target].premises[0] if link.kind == "undercut" else link.target
        for at in link.premises:
            name = step.role_of(items[at].id)
            if name is not None:
                items[at] = _with_role(items[at], in_words(name), step, content.items[about].text)
    return content._replace(items=tuple(items))


def _with_role(item: Item, name: str, step: Step, target: str) -> Item:
    said = f"as {name}"
    words = item.words
    if item.kind != "reference" and said not in words:
        words = (*words, said)
    scheme = f", an argument of the scheme {in_words(step.scheme)}" if step.scheme else ""
    told = f"Its role in {_STEPS[step.kind]} {quoted(target)}{scheme}: {name}."
    return item._replace(words=words, roles=(*item.roles, told))
