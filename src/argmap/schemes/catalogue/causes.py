"""Causes, signs and evidence: arguments about what is the case and why."""

from __future__ import annotations

from argmap.schemes.scheme import CONCLUSION, STEP, WALTON, scheme

TITLE = "Causes and evidence"

SCHEMES = (
    scheme(
        "cause-to-effect",
        "Argument from cause to effect",
        "Where the cause is there, the effect will probably follow.",
        premises={
            "law": "{cause} generally brings about {effect}.",
            "occurrence": "{cause} is there, or will be.",
        },
        conclusion="{effect} will follow.",
        questions={
            "strength": ("law", "How strong is the link, and what shows it?"),
            "present": ("occurrence", "Is {cause} really there?"),
            "interference": (STEP, "Is there something that keeps {effect} from following?"),
        },
        example="""\
[flood] The cellar will be under water.
  +(cause-to-effect, role: law) [river] When the river stands at six meters, the cellar floods.
    !(answers: interference) [wall] The new wall holds until seven.
  &(role: occurrence) [six] Tomorrow the river will stand at six meters.
""",
    ),
    scheme(
        "correlation-to-cause",
        "Argument from correlation to cause",
        "Of two things that go together, one probably causes the other.",
        premises={"correlation": "{one} and {other} go together."},
        conclusion="{one} causes {other}.",
        questions={
            "real": ("correlation", "In how many cases do they go together, and in how many not?"),
            "chance": (STEP, "Could it be chance?"),
            "reverse": (STEP, "Could {other} be what causes {one}?"),
            "common-cause": (STEP, "Is there a third thing that causes both?"),
            "mechanism": (CONCLUSION, "Is it known how {one} would bring about {other}?"),
            "range": (CONCLUSION, "Does it hold outside the cases that were looked at?"),
        },
        example="""\
[storks] Storks bring children.
  +(correlation-to-cause, role: correlation) [more] Where there are more storks, more are born.
    !(answers: common-cause) [country] In the country there are more of both.
    +(answers: real) [figures] The figures of seventeen countries show it.
""",
        references=(
            WALTON,
            "Austin Bradford Hill, “The Environment and Disease: Association or Causation?”, "
            "Proceedings of the Royal Society of Medicine 58, 1965",
        ),
    ),
    scheme(
        "sign",
        "Argument from sign",
        "Where there is a sign of something, the thing itself is probably there.",
        premises={
            "sign": "{sign} is seen here.",
            "link": "Where there is {sign}, there is generally {thing}.",
        },
        conclusion="{thing} is here.",
        questions={
            "observed": ("sign", "Is {sign} really there?"),
            "strength": ("link", "How closely do {sign} and {thing} go together?"),
            "other-causes": (STEP, "Could something else account for {sign} here?"),
        },
        example="""\
[bear] There is a bear about.
  +(sign, role: sign) [tracks] There are tracks of large paws in the snow.
    !(answers: other-causes) [dog] The neighbor has a very large dog.
  &(role: link) [paws] Where a bear goes, it leaves such tracks.
""",
    ),
    scheme(
        "best-explanation",
        "Inference to the best explanation",
        "What explains best what was found is probably true.",
        premises={
            "finding": "{finding} is the case.",
            "explanation": "{hypothesis} would explain {finding}.",
            "comparison": "Nothing else would explain {finding} as well.",
        },
        conclusion="{hypothesis} is true.",
        questions={
            "found": ("finding", "Is {finding} well established?"),
            "good": ("explanation", "How well does {hypothesis} explain it, by itself?"),
            "rivals": ("comparison", "What else would explain it, and how well?"),
            "search": (STEP, "How far has anyone looked for other explanations?"),
            "wait": (CONCLUSION, "Would it be better to find out more before concluding?"),
        },
        example="""\
[cat] The cat took the fish.
  +(best-explanation, role: finding) [gone] The fish is gone, and there are paw prints.
    !(answers: search) [nobody] Nobody has asked the children.
  &(role: explanation) [climbs] The cat climbs up there when no one looks.
  &(role: comparison) [prints] No one else leaves paw prints.
""",
        references=(
            WALTON,
            "Peter Lipton, “Inference to the Best Explanation”, 2nd edition, Routledge, 2004",
        ),
        aliases=("abduction", "effect-to-cause"),
    ),
    scheme(
        "evidence-to-hypothesis",
        "Argument from evidence to a hypothesis",
        "A hypothesis whose consequences are observed is probably true.",
        premises={
            "prediction": "If {hypothesis} is true, {result} will be observed.",
            "observation": "{result} was observed.",
        },
        conclusion="{hypothesis} is true.",
        questions={
            "follows": ("prediction", "Does {result} follow from {hypothesis}?"),
            "verified": ("observation", "Was {result} observed, and by whom?"),
            "other-reasons": (STEP, "Would {result} be observed even if {hypothesis} were false?"),
        },
        example="""\
[leak] The pipe under the street leaks.
  +(evidence-to-hypothesis, role: observation) [meter] The meter runs at night.
    !(answers: other-reasons) [bakery] The bakery begins to work at two.
  &(role: prediction) [runs] If the pipe leaks, the meter runs when no one uses water.
""",
        aliases=("verification-of-hypothesis",),
    ),
    scheme(
        "falsification-of-hypothesis",
        "Argument from evidence against a hypothesis",
        "A hypothesis whose consequences fail to be observed is probably false.",
        premises={
            "prediction": "If {hypothesis} is true, {result} will be observed.",
            "failure": "{result} was not observed.",
        },
        conclusion="{hypothesis} is false.",
        questions={
            "follows": ("prediction", "Does {result} follow from {hypothesis}?"),
            "looked": ("failure", "Was {result} looked for well enough?"),
            "auxiliary": (STEP, "Could something else that was taken for granted be wrong?"),
        },
        example="""\
[dry] The pipe under the street does not leak.
  +(falsification-of-hypothesis, role: failure) [stands] The meter stands still at night.
    !(answers: auxiliary) [broken] The meter may be broken.
  &(role: prediction) [runs] If the pipe leaks, the meter runs at night.
""",
        references=(
            WALTON,
            "Pierre Duhem, “The Aim and Structure of Physical Theory”, 1906, part II, chapter 6",
        ),
    ),
    scheme(
        "ignorance",
        "Argument from ignorance",
        "What would be known by now if it were true, and is not known, is probably false.",
        premises={
            "absence": "{claim} is not known to be true.",
            "expectation": "If {claim} were true, it would be known by now.",
        },
        conclusion="{claim} is false.",
        questions={
            "searched": ("absence", "How far has anyone looked?"),
            "complete": ("expectation", "Would a thorough search have found it?"),
            "burden": (STEP, "Whose task is it to prove, and by what standard?"),
        },
        example="""\
[safe] There is no crack in the wing.
  +(ignorance, role: absence) [none] No inspection has found one.
    +(answers: searched) [hundred] The wing was inspected after each of a hundred flights.
  &(role: expectation) [ultrasound] Ultrasound shows any crack of a millimeter.
""",
        aliases=("ad-ignorantiam", "argument-from-silence"),
    ),
)
