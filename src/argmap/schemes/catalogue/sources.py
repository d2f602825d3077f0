"""What others say: arguments that rest on a person, on many people, or on one's own senses."""

from __future__ import annotations

from argmap.schemes.scheme import CONCLUSION, STEP, WALTON, scheme

TITLE = "What others say"

SCHEMES = (
    scheme(
        "expert-opinion",
        "Argument from expert opinion",
        "What someone says who knows the field is probably so.",
        premises={
            "assertion": "{expert} asserts {claim}.",
            "expertise": "{expert} is an expert in {field}.",
            "domain": "{claim} belongs to {field}.",
        },
        conclusion="{claim} is true.",
        questions={
            "quoted": (
                "assertion",
                "Did {expert} say this, in these words, and mean it this way?",
            ),
            "credible": ("expertise", "How good an expert is {expert}?"),
            "field": ("domain", "Is {claim} in the field that {expert} knows?"),
            "trustworthy": (STEP, "Is {expert} honest, careful and without a stake in the matter?"),
            "evidence": (STEP, "Does {expert} go by evidence that others could look at?"),
            "consistency": (CONCLUSION, "Do other experts in {field} say the same?"),
        },
        example="""\
[works] The new drug works.
  +(expert-opinion, role: assertion) [says] Dr. Lee says that the drug works.
    !(answers: trustworthy) [paid] The maker of the drug pays her.
  &(role: expertise) [surgeon] Dr. Lee is a heart surgeon.  {fact}
  &(role: domain) [heart] The drug is for the heart.
  -(answers: consistency) [others] Most heart surgeons doubt it.
""",
        references=(
            WALTON,
            "Douglas Walton, “Appeal to Expert Opinion”, Pennsylvania State University Press, 1997",
        ),
        aliases=("authority",),
    ),
    scheme(
        "position-to-know",
        "Argument from position to know",
        "What someone says who is placed to know it is probably so.",
        premises={
            "assertion": "{person} asserts {claim}.",
            "position": "{person} is in a position to know whether {claim} is true.",
        },
        conclusion="{claim} is true.",
        questions={
            "quoted": ("assertion", "Did {person} say this, and mean it this way?"),
            "placed": ("position", "Could {person} really have known it?"),
            "honest": (STEP, "Is {person} an honest and careful source?"),
        },
        example="""\
[gone] The last bus has left.
  +(position-to-know, role: assertion) [told] The driver says that the last bus has left.
    !(answers: honest) [home] He would like to go home.
  &(role: position) [drives] He drives that bus himself.
""",
    ),
    scheme(
        "witness-testimony",
        "Argument from witness testimony",
        "What a witness tells is probably how it was.",
        premises={
            "assertion": "{witness} tells that {event} happened.",
            "position": "{witness} was there and could see {event}.",
            "sincerity": "{witness} tells what {witness} believes.",
        },
        conclusion="{event} happened.",
        questions={
            "coherent": ("assertion", "Does the account hang together?"),
            "seen": ("position", "Could {witness} see it well, and remember it well?"),
            "biased": ("sincerity", "Does {witness} stand to gain by telling it so?"),
            "facts": (CONCLUSION, "Does the account fit what is known otherwise?"),
            "witnesses": (CONCLUSION, "Do other witnesses tell the same?"),
            "plausible": (CONCLUSION, "How likely is what is told, apart from who tells it?"),
        },
        example="""\
[red] The van crossed at a red light.
  +(witness-testimony, role: assertion) [account] The baker says that the van crossed at red.
  &(role: position) [door] She stood in the door of her shop.
    -(answers: seen) [far] Her shop is a hundred yards from the light.
  &(role: sincerity) [stranger] She does not know the driver.
  +(answers: facts) [camera] The camera at the crossing flashed at that minute.
""",
        aliases=("testimony",),
    ),
    scheme(
        "popular-opinion",
        "Argument from popular opinion",
        "What nearly everyone takes to be true is probably true.",
        premises={"acceptance": "Nearly everyone takes {claim} to be true."},
        conclusion="{claim} is true.",
        questions={
            "shown": ("acceptance", "What shows that nearly everyone thinks so?"),
            "informed": (STEP, "Are those who think so placed to know it?"),
            "doubt": (CONCLUSION, "What speaks against {claim}, even if many believe it?"),
        },
        example="""\
[milk] Warm milk helps one sleep.
  +(popular-opinion, role: acceptance) [everyone] Nearly everyone says so.
    !(answers: informed) [habit] Most have it from their parents and never tried without.
    +(answers: shown) [survey] In a survey nine in ten agreed.
""",
        aliases=("ad-populum", "common-sense"),
    ),
    scheme(
        "popular-practice",
        "Argument from popular practice",
        "What nearly everyone does is probably all right to do.",
        premises={"practice": "Nearly everyone who could do {act} does it."},
        conclusion="{act} is all right.",
        questions={
            "shown": ("practice", "What shows that nearly everyone does it?"),
            "reasons": (STEP, "Do they do it for a good reason, or because others do?"),
            "harm": (CONCLUSION, "What speaks against {act}, even if it is usual?"),
        },
        example="""\
[bike] One may ride a bicycle on that path.
  +(popular-practice, role: practice) [all] All cyclists here take it.
  -(answers: harm) [hurt] Two walkers were hurt there this year.
""",
    ),
    scheme(
        "ethotic",
        "Ethotic argument",
        "What a person of good character says deserves to be believed.",
        premises={
            "assertion": "{person} asserts {claim}.",
            "character": "{person} is of good character.",
        },
        conclusion="{claim} is the more plausible.",
        questions={
            "quoted": ("assertion", "Did {person} say this, and mean it this way?"),
            "shown": ("character", "What shows that {person} is of good character?"),
            "relevant": (STEP, "Does character matter to whether {claim} is true?"),
            "weight": (CONCLUSION, "Is no more concluded than a good name can carry?"),
        },
        example="""\
[paid] The bill has been paid.
  +(ethotic, role: assertion) [says] Our treasurer says that it has been paid.
    !(answers: relevant) [mistaken] Honest people mix up bills as well.
  &(role: character) [honest] In twenty years she has never said anything untrue.
""",
    ),
    scheme(
        "perception",
        "Argument from perception",
        "How it looks, sounds or feels is probably how it is.",
        premises={"appearance": "To {person} it looks, sounds or feels as if {claim} is true."},
        conclusion="{claim} is true.",
        questions={
            "senses": ("appearance", "Is the sense, or the instrument, in order?"),
            "circumstances": (STEP, "Is there something here that makes it look other than it is?"),
        },
        example="""\
[fire] There is a fire on the hill.
  +(perception, role: appearance) [glow] The top of the hill glows.
    !(answers: circumstances) [sunset] The sun sets behind it at this hour.
""",
    ),
    scheme(
        "memory",
        "Argument from memory",
        "What someone recalls probably took place.",
        premises={"recollection": "{person} recalls {event}."},
        conclusion="{event} took place.",
        questions={
            "clear": ("recollection", "How clear is the recollection, and how long ago was it?"),
            "mixed": (STEP, "Could it be mixed with what {person} heard or thought later?"),
        },
        example="""\
[locked] The door was locked last night.
  +(memory, role: recollection) [recall] I recall turning the key.
    !(answers: mixed) [nightly] I turn it every night, and may recall another one.
""",
    ),
)
