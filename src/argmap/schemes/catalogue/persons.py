"""For and against a person: arguments from what someone is, does, or has said."""

from __future__ import annotations

from argmap.schemes.scheme import CONCLUSION, STEP, scheme

TITLE = "Persons and what binds them"

SCHEMES = (
    scheme(
        "commitment",
        "Argument from commitment",
        "Whoever holds one thing holds what follows from it.",
        premises={
            "commitment": "{person} is committed to {claim}.",
            "implication": "Whoever is committed to {claim} is committed to {consequence}.",
        },
        conclusion="{person} is committed to {consequence}.",
        questions={
            "shown": ("commitment", "What shows that {person} is committed to {claim}?"),
            "follows": ("implication", "Does the one commit a person to the other?"),
            "retracted": (STEP, "Has {person} taken it back, or made an exception of this?"),
        },
        example="""\
[vote] The mayor has to vote for the night bus.
  +(commitment, role: commitment) [promised] She promised that no one would have to walk home.
    !(answers: retracted) [funds] She added: as far as the funds allow.
  &(role: implication) [means] Without a night bus some would have to walk home.
""",
    ),
    scheme(
        "inconsistent-commitment",
        "Argument from inconsistent commitment",
        "Whoever holds two things that do not go together has to give one of them up.",
        premises={
            "one": "{person} is committed to {claim}.",
            "other": "{person} is committed to {opposite}.",
            "conflict": "{claim} and {opposite} do not go together.",
        },
        conclusion="{person} cannot hold both, and has to say which.",
        questions={
            "shown": ("one", "What shows that {person} is committed to {claim}?"),
            "other-shown": ("other", "What shows that {person} is committed to {opposite}?"),
            "reconciled": ("conflict", "Can the two be reconciled?"),
            "changed": (STEP, "Has {person} had a change of mind, and said so?"),
        },
        example="""\
[choose] The board has to say what it wants.
  +(inconsistent-commitment, role: one) [save] The board wants to spend less.
    !(answers: changed) [dropped] It has dropped that plan.
  &(role: other) [hire] The board wants to hire ten people.
  &(role: conflict) [cannot] Whoever hires does not spend less.
""",
    ),
    scheme(
        "direct-ad-hominem",
        "Direct ad hominem",
        "What a person of bad character argues deserves less weight.",
        premises={
            "advocacy": "{person} argues for {claim}.",
            "character": "{person} is of bad character.",
        },
        conclusion="The argument of {person} for {claim} deserves less weight.",
        questions={
            "argued": ("advocacy", "Is that what {person} argues?"),
            "shown": ("character", "What shows that {person} is of bad character?"),
            "relevant": (STEP, "Does the argument rest on who puts it?"),
            "weight": (CONCLUSION, "Is it to be weighed less, or thrown out unheard?"),
        },
        example="""\
[less] What the agent says of the house deserves less weight.
  +(direct-ad-hominem, role: character) [lied] He has lied to buyers before.
    !(answers: relevant) [survey] He only reads out what the survey says.
  &(role: advocacy) [dry] The agent says that the house is dry.
""",
        aliases=("ad-hominem",),
    ),
    scheme(
        "circumstantial-ad-hominem",
        "Circumstantial ad hominem",
        "What a person argues who acts otherwise deserves less weight.",
        premises={
            "advocacy": "{person} argues for {claim}.",
            "conduct": "{person} acts against {claim}.",
        },
        conclusion="The argument of {person} for {claim} deserves less weight.",
        questions={
            "argued": ("advocacy", "Is that what {person} argues?"),
            "inconsistent": ("conduct", "Does {person} really act against {claim}?"),
            "explained": (STEP, "Is there a good reason for {person} to act otherwise?"),
            "relevant": (STEP, "Does the argument rest on who puts it?"),
        },
        example="""\
[less] The doctor's advice not to smoke deserves less weight.
  +(circumstantial-ad-hominem, role: conduct) [smokes] He smokes himself.
    !(answers: relevant) [studies] The studies he cites are by others.
  &(role: advocacy) [advice] The doctor advises me not to smoke.
""",
    ),
    scheme(
        "bias",
        "Argument from bias",
        "What someone says who has taken sides deserves less weight.",
        premises={
            "assertion": "{person} asserts {claim}.",
            "bias": "{person} has taken sides in {matter}, to which {claim} belongs.",
        },
        conclusion="That {person} asserts {claim} deserves less weight.",
        questions={
            "quoted": ("assertion", "Is that what {person} asserts?"),
            "shown": ("bias", "What shows that {person} has taken sides?"),
            "expected": (STEP, "Is this a talk in which all are expected to take sides?"),
            "other-grounds": (CONCLUSION, "Are there grounds given that do not rest on {person}?"),
        },
        example="""\
[less] The report of the works counts for little.
  +(bias, role: bias) [owner] The owner of the works paid for the report.
  &(role: assertion) [clean] The report calls the river clean.
  -(answers: other-grounds) [samples] It shows samples that anyone can take again.
""",
    ),
    scheme(
        "guilt-by-association",
        "Argument from guilt by association",
        "Whoever belongs to a bad group deserves less trust.",
        premises={
            "membership": "{person} belongs to {group}.",
            "group": "{group} deserves no trust.",
        },
        conclusion="{person} deserves less trust.",
        questions={
            "belongs": ("membership", "Does {person} belong to {group}, and in what way?"),
            "deserved": ("group", "What speaks against {group}?"),
            "own": (STEP, "Does what speaks against {group} hold of {person}?"),
        },
        example="""\
[doubt] The new treasurer deserves less trust.
  +(guilt-by-association, role: membership) [member] He sat on the board of the failed bank.
    !(answers: own) [warned] He was the one who warned of it.
  &(role: group) [failed] The board of the bank ran it into the ground.
""",
    ),
)
