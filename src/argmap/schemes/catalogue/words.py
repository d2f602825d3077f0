"""Words, parts and wholes: arguments about what something is to be called, or consists of."""

from __future__ import annotations

from argmap.schemes.scheme import CONCLUSION, STEP, WALTON, scheme

TITLE = "Words, parts and wholes"

SCHEMES = (
    scheme(
        "verbal-classification",
        "Argument from verbal classification",
        "What has the marks of a class belongs to it.",
        premises={
            "feature": "{thing} has {feature}.",
            "rule": "Whatever has {feature} counts as {class}.",
        },
        conclusion="{thing} is {class}.",
        questions={
            "has-it": ("feature", "Does {thing} really have {feature}?"),
            "settled": ("rule", "Is the word used so by all, or only for the sake of this point?"),
            "borderline": (STEP, "Is {thing} a case about which people differ?"),
        },
        example="""\
[work] Reading mail at home is work.
  +(verbal-classification, role: feature) [asked] It is done because the firm asks for it.
    !(answers: borderline) [glance] Hardly anyone would call a glance at the phone so.
  &(role: rule) [for-firm] Whatever is done because the firm asks for it counts as work.
""",
        aliases=("classification",),
    ),
    scheme(
        "definition-to-verbal-classification",
        "Argument from definition",
        "What fits the definition of a class belongs to it.",
        premises={
            "definition": "{class} is defined by {definition}.",
            "fit": "{thing} fits {definition}.",
        },
        conclusion="{thing} is {class}.",
        questions={
            "adequate": ("definition", "Is the definition right, and is there a rival one?"),
            "meets": ("fit", "Does {thing} fit it in every part?"),
            "purpose": (STEP, "Was the definition made for a purpose like this one?"),
        },
        example="""\
[planet] Pluto is no planet.
  +(definition-to-verbal-classification, role: definition) [iau] A planet has cleared its orbit.
    -(answers: adequate) [vote] The definition was voted on by a few of those concerned.
  &(role: fit) [crowded] Pluto has not cleared its orbit.
""",
        aliases=("definition",),
    ),
    scheme(
        "vagueness",
        "Argument from vagueness",
        "An argument that turns on a word without clear bounds shows nothing.",
        premises={
            "use": "{argument} turns on calling {thing} {term}.",
            "vague": "{term} has no bounds that are clear enough for that.",
        },
        conclusion="{argument} does not show what it is given for.",
        questions={
            "turns": ("use", "Does {argument} really turn on the word?"),
            "clear": ("vague", "Is there a use of {term} that is clear enough here?"),
            "matters": (STEP, "Does it matter where the bounds are, for a case like {thing}?"),
        },
        example="""\
[nothing] That the house is old is no reason to protect it.
  +(vagueness, role: vague) [bounds] No one can say from when on a house is old.
    !(answers: matters) [1520] This one was built in 1520, which is old by any measure.
  &(role: use) [old] It is to be protected because it is old.
""",
    ),
    scheme(
        "arbitrary-verbal-classification",
        "Argument from an arbitrary classification",
        "An argument that turns on a class made up for its sake shows nothing.",
        premises={
            "use": "{argument} turns on counting {thing} as {class}.",
            "arbitrary": "Nothing but {argument} speaks for drawing {class} so.",
        },
        conclusion="{argument} does not show what it is given for.",
        questions={
            "turns": ("use", "Does {argument} really turn on the class?"),
            "grounds": ("arbitrary", "Are there grounds for drawing {class} so?"),
            "needed": (STEP, "Does a line have to be drawn somewhere, so that any will do?"),
        },
        example="""\
[no-record] That she holds the record is no reason to invite her.
  +(arbitrary-verbal-classification, role: arbitrary) [mondays] Nobody else counts Mondays alone.
  &(role: use) [record] It is the record for Mondays.
    +(answers: turns) [slower] On all other days others were faster.
""",
    ),
    scheme(
        "verbal-slippery-slope",
        "Verbal slippery slope",
        "Where no step makes a difference, what holds of the first holds of the last.",
        premises={
            "first": "{first} is {class}.",
            "steps": "No step from {first} to {last} makes a difference to being {class}.",
        },
        conclusion="{last} is {class}.",
        questions={
            "clear": ("first", "Is {first} really {class}?"),
            "adds-up": ("steps", "Do small differences add up to one that counts?"),
            "bounds": (STEP, "Is there a line that could be drawn, even if not only in one place?"),
        },
        example="""\
[heap] A hundred grains are a heap.
  +(verbal-slippery-slope, role: steps) [one] One grain less makes no heap into none.
    !(answers: bounds) [anyone] Anyone can say of some that they are none.
  &(role: first) [million] A million grains are a heap.
""",
        references=(
            WALTON,
            "Dominic Hyde and Diana Raffman, “Sorites Paradox”, Stanford Encyclopedia of "
            "Philosophy, 2018",
        ),
    ),
    scheme(
        "composition",
        "Argument from composition",
        "What holds of all parts holds of the whole.",
        premises={
            "parts": "All parts of {whole} have {property}.",
            "transfer": "A whole has {property} if all its parts have it.",
        },
        conclusion="{whole} has {property}.",
        questions={
            "all": ("parts", "Do all parts have it?"),
            "carries-over": ("transfer", "Is {property} one that goes over from parts to wholes?"),
            "structure": (STEP, "Does the way in which the parts are put together undo it?"),
        },
        example="""\
[safe] The bridge is safe.
  +(composition, role: parts) [beams] Each beam of it is safe.
    !(answers: structure) [joints] It depends on the joints between them.
  &(role: transfer) [built] What is built of safe beams is safe.
""",
    ),
    scheme(
        "division",
        "Argument from division",
        "What holds of the whole holds of its parts.",
        premises={
            "whole": "{whole} has {property}.",
            "transfer": "What is part of a whole with {property}, as {part} is, has it as well.",
        },
        conclusion="{part} has {property}.",
        questions={
            "true": ("whole", "Does {whole} really have it?"),
            "carries-over": ("transfer", "Is {property} one that goes over from wholes to parts?"),
            "exception": (CONCLUSION, "Is {part} known to be otherwise?"),
        },
        example="""\
[player] The new violinist is first-rate.
  +(division, role: whole) [orchestra] The orchestra is first-rate.
  &(role: transfer) [each] In a first-rate orchestra each player is first-rate.
    -(answers: carries-over) [together] It may be how they play together.
""",
    ),
    scheme(
        "oppositions",
        "Argument from oppositions",
        "What is one of two opposites is not the other.",
        premises={
            "opposites": "{one} and {other} are opposites.",
            "present": "{thing} is {one}.",
        },
        conclusion="{thing} is not {other}.",
        questions={
            "exclude": ("opposites", "Do {one} and {other} exclude each other?"),
            "true": ("present", "Is {thing} really {one}?"),
            "respects": (STEP, "Could {thing} be {one} in one respect and {other} in another?"),
        },
        example="""\
[not-strict] The new teacher is not strict.
  +(oppositions, role: present) [kind] The new teacher is kind.
    !(answers: respects) [outside] One can be kind to students and strict about their work.
  &(role: opposites) [opposite] Kind is the opposite of strict.
""",
    ),
)
