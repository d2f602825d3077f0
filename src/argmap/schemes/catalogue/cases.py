"""Cases, samples and rules: arguments from one case to others, and from a rule to a case."""

from __future__ import annotations

from argmap.schemes.scheme import CONCLUSION, STEP, WALTON, scheme

TITLE = "Cases and rules"

_LOGIC = "Irving Copi, Carl Cohen and Kenneth McMahon, “Introduction to Logic”, 14th edition, 2010"

SCHEMES = (
    scheme(
        "example",
        "Argument from example",
        "What is so in one case is probably so in others of its kind.",
        premises={
            "instance": "{case} has {property}.",
            "typical": "{case} is typical of {kind}.",
        },
        conclusion="{kind} generally has {property}.",
        questions={
            "true": ("instance", "Is it really so in {case}?"),
            "representative": ("typical", "Is {case} like the others of {kind}?"),
            "special": (STEP, "Were there circumstances in {case} that others lack?"),
            "counterexamples": (CONCLUSION, "In which cases of {kind} is it otherwise?"),
        },
        example="""\
[small] Small schools can teach physics well.
  +(example, role: instance) [ours] Our school has sixty students and won the physics prize.
    !(answers: special) [gift] A neighbor gave us a laboratory.
  &(role: typical) [village] It is a village school like any other.
""",
    ),
    scheme(
        "generalization",
        "Argument from a sample",
        "What is so in a good sample is so in the whole that it was drawn from.",
        premises={
            "sample": "{share} of the sample has {property}.",
            "selection": "The sample was drawn from {group} without favor.",
        },
        conclusion="About {share} of {group} has {property}.",
        questions={
            "measured": ("sample", "Was {property} measured well?"),
            "drawn": ("selection", "How was the sample drawn, and whom does it leave out?"),
            "size": (STEP, "Is the sample large enough for what is concluded?"),
            "change": (CONCLUSION, "May {group} have changed since then?"),
        },
        example="""\
[happy] Four in five of our readers are content.
  +(generalization, role: sample) [asked] Of fifty readers whom we asked, forty are content.
    !(answers: size) [few] With fifty it could as well be seven in ten.
  &(role: selection) [lot] The fifty were drawn by lot from the register.
""",
        aliases=("induction",),
    ),
    scheme(
        "statistical-syllogism",
        "Statistical syllogism",
        "What holds of most of a group probably holds of one of them.",
        premises={
            "rule": "Most of {group} has {property}.",
            "member": "{individual} is one of {group}.",
        },
        conclusion="{individual} has {property}.",
        questions={
            "share": ("rule", "How many of {group} have it, and how is that known?"),
            "belongs": ("member", "Does {individual} really belong to {group}?"),
            "unusual": (STEP, "Is {individual} unusual in a way that matters here?"),
        },
        example="""\
[late] The train at six will be late.
  +(statistical-syllogism, role: rule) [most] Two in three evening trains are late.
    !(answers: unusual) [first] This one starts here, so nothing can delay it.
  &(role: member) [evening] The train at six is an evening train.
""",
        references=("John Pollock, “Cognitive Carpentry”, MIT Press, 1995, chapter 2",),
    ),
    scheme(
        "analogy",
        "Argument from analogy",
        "What is so in one case is probably so in another that is like it.",
        premises={
            "similarity": "{case} is like {source}.",
            "base": "{property} holds of {source}.",
        },
        conclusion="{property} holds of {case}.",
        questions={
            "alike": ("similarity", "In what respects are they alike?"),
            "true": ("base", "Is it really so with {source}?"),
            "relevant": (STEP, "Do the respects in which they are alike matter to {property}?"),
            "differences": (STEP, "In what do they differ that matters to {property}?"),
            "counterexample": (
                CONCLUSION,
                "Is there another case like {source} in which it fails?",
            ),
        },
        example="""\
[trees] The park should be left to the foresters.
  +(analogy, role: base) [woods] The woods are left to them, and thrive.
    !(answers: differences) [walkers] No one walks in the woods at night.
  &(role: similarity) [both] The park is a wood as well.
""",
    ),
    scheme(
        "precedent",
        "Argument from precedent",
        "What was decided once should be decided the same way again.",
        premises={
            "precedent": "{decision} was the decision in {earlier}.",
            "likeness": "{case} is like {earlier} in what mattered there.",
        },
        conclusion="{decision} should be the decision in {case}.",
        questions={
            "decided": ("precedent", "Was it decided so, and for that reason?"),
            "distinguished": ("likeness", "Does {case} differ in something that mattered?"),
            "standing": (STEP, "Does the earlier decision still stand, and was it right?"),
            "conflicting": (CONCLUSION, "Do other decisions point another way?"),
        },
        example="""\
[refund] The guest should get the money back.
  +(precedent, role: precedent) [may] In May a guest who fell ill got it back.
    !(answers: standing) [rules] The rules were changed in June.
  &(role: likeness) [ill] This guest fell ill as well.
""",
        references=(
            WALTON,
            "Grant Lamond, “Precedent and Analogy in Legal Reasoning”, Stanford Encyclopedia of "
            "Philosophy, 2006",
        ),
    ),
    scheme(
        "established-rule",
        "Argument from an established rule",
        "Where a rule is in force and fits the case, it should be followed.",
        premises={
            "rule": "There is a rule that whoever is in {circumstances} does {act}.",
            "applies": "{agent} is in {circumstances}.",
        },
        conclusion="{agent} should do {act}.",
        questions={
            "valid": ("rule", "Is that the rule, and is it in force?"),
            "fits": ("applies", "Does the case really fall under the rule?"),
            "exception": (STEP, "Is this a case that the rule should not be applied to?"),
            "other-rules": (CONCLUSION, "Is there a rule that goes before it and says otherwise?"),
        },
        example="""\
[coat] She has to leave her coat at the door.
  +(established-rule, role: rule) [rule] Visitors of the museum leave their coats at the door.
    !(answers: exception) [cold] The heating is off today.
  &(role: applies) [visits] She visits the museum.
""",
        aliases=("rule", "rules"),
    ),
    scheme(
        "exceptional-case",
        "Argument from an exceptional case",
        "A rule need not be applied to a case that it was not made for.",
        premises={
            "rule": "{rule} would apply to {case}.",
            "exception": "{case} is exceptional, because of {reason}.",
        },
        conclusion="{rule} need not be applied to {case}.",
        questions={
            "covered": ("rule", "Does {rule} apply to {case} at all?"),
            "shown": ("exception", "What shows that {case} is exceptional?"),
            "recognized": (STEP, "Is {reason} a ground on which exceptions are made?"),
            "emptied": (
                CONCLUSION,
                "What would be left of {rule} if all such cases were excepted?",
            ),
        },
        example="""\
[dog] The dog may come in.
  +(exceptional-case, role: exception) [guide] It guides a blind guest.
    !(answers: recognized) [allergy] For the kitchen no exception has ever been made.
  &(role: rule) [no-dogs] Dogs are not allowed in the restaurant.
""",
    ),
    scheme(
        "plea-for-excuse",
        "Plea for excuse",
        "Whoever could not help breaking a rule should not be blamed for it.",
        premises={
            "violation": "{agent} broke {rule}.",
            "cause": "{agent} did so because of {circumstances}.",
        },
        conclusion="{agent} should not be blamed.",
        questions={
            "broken": ("violation", "Was {rule} broken at all?"),
            "real": ("cause", "Were the circumstances such, and was it for them?"),
            "avoidable": (STEP, "Could {agent} have foreseen them, or acted otherwise?"),
            "enough": (CONCLUSION, "Do such circumstances excuse breaking {rule}?"),
        },
        example="""\
[excused] He should not be blamed for coming late.
  +(plea-for-excuse, role: cause) [snow] He was late because of the snow.
    !(answers: avoidable) [forecast] The snow had been forecast for days.
  &(role: violation) [nine] He came at ten, and the shift begins at nine.
""",
    ),
    scheme(
        "modus-ponens",
        "Modus ponens",
        "If one thing holds whenever another does, and that does, it holds.",
        premises={
            "rule": "If {antecedent}, then {consequent}.",
            "case": "It is so that {antecedent}.",
        },
        conclusion="It is so that {consequent}.",
        questions={
            "always": ("rule", "Does the rule hold without exception?"),
            "given": ("case", "Is it really so that {antecedent}?"),
        },
        example="""\
[closed] The library is closed.
  +(modus-ponens, role: rule, conclusive) [sundays] On Sundays the library is closed.
    -(answers: always) [fair] On the Sunday of the book fair it was open.
  &(role: case) [sunday] Today is Sunday.  {fact}
""",
        references=(_LOGIC,),
        aliases=("deduction",),
    ),
    scheme(
        "modus-tollens",
        "Modus tollens",
        "If one thing holds whenever another does, and it does not, neither does the other.",
        premises={
            "rule": "If {antecedent}, then {consequent}.",
            "denial": "It is not so that {consequent}.",
        },
        conclusion="It is not so that {antecedent}.",
        questions={
            "always": ("rule", "Does the rule hold without exception?"),
            "denied": ("denial", "Is it really not so that {consequent}?"),
        },
        example="""\
[weekday] It is not Sunday.
  +(modus-tollens, role: rule, conclusive) [sundays] On Sundays the library is closed.
  &(role: denial) [open] The library is open.
    +(answers: denied) [inside] I am standing in it.
""",
        references=(_LOGIC,),
    ),
)
