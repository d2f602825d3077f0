"""What to do: arguments from goals, values and consequences to an action."""

from __future__ import annotations

from argmap.schemes.scheme import CONCLUSION, STEP, WALTON, scheme

TITLE = "What to do"

SCHEMES = (
    scheme(
        "practical-reasoning",
        "Practical reasoning",
        "Whoever wants an end should take the means to it.",
        premises={
            "goal": "{agent} wants to reach {goal}.",
            "means": "{act} is a way to reach {goal}.",
        },
        conclusion="{agent} should do {act}.",
        questions={
            "worthwhile": ("goal", "Is {goal} really what {agent} wants, and worth wanting?"),
            "possible": ("means", "Can {agent} do {act}, and would it reach {goal}?"),
            "alternatives": (STEP, "Is there a better way to reach {goal}?"),
            "conflicts": (CONCLUSION, "Does {agent} have other goals that {act} would hurt?"),
            "side-effects": (CONCLUSION, "What else would {act} lead to?"),
        },
        example="""\
[hire] The clinic should hire two nurses.
  +(practical-reasoning, role: goal) [friday] The clinic wants to be open on Fridays.
    !(answers: alternatives) [shifts] Longer shifts from Monday to Thursday would do it.
  &(role: means) [two] With two more nurses it can be open on Fridays.
  -(answers: side-effects) [cost] The clinic would make a loss.
""",
        references=(
            WALTON,
            "Katie Atkinson and Trevor Bench-Capon, “Practical reasoning as presumptive "
            "argumentation using action based alternating transition systems”, Artificial "
            "Intelligence 171, 2007",
        ),
        aliases=("two-person-practical-reasoning",),
    ),
    scheme(
        "values",
        "Argument from values",
        "What furthers a value that one holds should be done.",
        premises={
            "value": "{agent} holds {value} dear.",
            "promotes": "{act} furthers {value}.",
        },
        conclusion="{agent} should do {act}.",
        questions={
            "held": ("value", "Does {agent} hold {value} dear, and rightly?"),
            "effect": ("promotes", "Does {act} really further {value}?"),
            "other-values": (CONCLUSION, "Does {act} harm another value that counts for more?"),
        },
        example="""\
[publish] The council should publish its minutes.
  +(values, role: value) [openness] The council holds openness dear.
  &(role: promotes) [see] Whoever reads the minutes can see how it decides.
  -(answers: other-values) [names] The minutes name people who asked for help.
""",
    ),
    scheme(
        "consequences",
        "Argument from consequences",
        "What an action leads to counts for it or against it.",
        premises={
            "consequence": "If {act} is done, {outcome} will follow.",
            "worth": "{outcome} matters, for good or for ill.",
        },
        conclusion="{outcome} counts in deciding on {act}.",
        questions={
            "likely": ("consequence", "How likely is {outcome}, and what shows it?"),
            "whom": ("worth", "For whom is {outcome} good, and for whom is it bad?"),
            "anyway": (STEP, "Would {outcome} come about even without {act}?"),
            "other-outcomes": (CONCLUSION, "What else would follow, and how much does it weigh?"),
        },
        example="""\
[toll] The bridge should have a toll.
  +(consequences, role: consequence) [fewer] With a toll fewer cars would cross it.
    !(answers: anyway) [ring] Once the ring road is open they will be fewer in any case.
  &(role: worth) [air] Fewer cars mean better air for those who live there.
""",
    ),
    scheme(
        "positive-consequences",
        "Argument from good consequences",
        "What leads to something good should be done.",
        premises={
            "consequence": "If {act} is done, {outcome} will follow.",
            "worth": "{outcome} is good.",
        },
        conclusion="{act} should be done.",
        questions={
            "likely": ("consequence", "How likely is {outcome}, and what shows it?"),
            "whom": ("worth", "For whom is {outcome} good, and how good?"),
            "anyway": (STEP, "Would {outcome} come about even without {act}?"),
            "drawbacks": (CONCLUSION, "What bad would follow as well?"),
        },
        example="""\
[lamps] The street should get new lamps.
  +(positive-consequences, role: consequence) [power] New lamps would use half the power.
    +(answers: likely) [trial] In the trial street they did.
  &(role: worth) [bill] Half the power is a saving of 3,000 a year.
""",
    ),
    scheme(
        "negative-consequences",
        "Argument from bad consequences",
        "What leads to something bad should not be done.",
        premises={
            "consequence": "If {act} is done, {outcome} will follow.",
            "worth": "{outcome} is bad.",
        },
        conclusion="{act} should not be done.",
        questions={
            "likely": ("consequence", "How likely is {outcome}, and what shows it?"),
            "whom": ("worth", "For whom is {outcome} bad, and how bad?"),
            "anyway": (STEP, "Would {outcome} come about even without {act}?"),
            "benefits": (CONCLUSION, "What good would follow that makes up for it?"),
        },
        example="""\
[sell] The meadow should be sold.
  -(negative-consequences, role: consequence) [houses] Whoever buys it will build on it.
    !(answers: anyway) [lease] The tenant may build on it even now.
  &(role: worth) [play] Children would lose their only place to play.
""",
    ),
    scheme(
        "alternatives",
        "Argument from alternatives",
        "Where all but one possibility is out, that one remains.",
        premises={
            "choice": "{one} and {other} are the only possibilities.",
            "excluded": "{one} is out of the question.",
        },
        conclusion="{other} remains.",
        questions={
            "complete": ("choice", "Are there more possibilities?"),
            "ruled-out": ("excluded", "Is {one} really out of the question?"),
            "neither": (CONCLUSION, "What speaks against {other} itself?"),
        },
        example="""\
[train] We should take the train.
  +(alternatives, role: excluded) [plane] There is no flight on that day.
  &(role: choice) [two] One gets there by train or by plane.
    -(answers: complete) [bus] There is also a night bus.
""",
    ),
    scheme(
        "dilemma",
        "Dilemma",
        "Where both ways end badly, it ends badly.",
        premises={
            "choice": "Either {one} or {other} has to be done.",
            "first": "{one} leads to {evil}.",
            "second": "{other} leads to {evil} as well.",
        },
        conclusion="{evil} cannot be avoided.",
        questions={
            "third-way": ("choice", "Is there a third way?"),
            "escape-first": ("first", "Does {one} really lead there?"),
            "escape-second": ("second", "Does {other} really lead there?"),
            "lesser": (STEP, "Is what {one} leads to as bad as what {other} leads to?"),
        },
        example="""\
[loss] The season will end with a loss.
  +(dilemma, role: choice) [either] The theater has to open or to stay closed.
    !(answers: lesser) [smaller] If it opens, the loss is a tenth.
  &(role: first) [open] If it opens, it plays to empty seats.
  &(role: second) [closed] If it stays closed, it has to pay the actors all the same.
""",
    ),
    scheme(
        "waste",
        "Argument from waste",
        "What one has put much into should not be given up.",
        premises={
            "invested": "{agent} has put {effort} into {goal}.",
            "lost": "If {agent} stops now, {effort} will be lost.",
        },
        conclusion="{agent} should go on with {goal}.",
        questions={
            "spent": ("invested", "How much has really been put into it?"),
            "recoverable": ("lost", "Can some of it be saved, or be of use elsewhere?"),
            "ahead": (STEP, "Is what is still to be spent worth what is still to be gained?"),
            "reachable": (CONCLUSION, "Can {goal} still be reached?"),
        },
        example="""\
[finish] The town should finish the tunnel.
  +(waste, role: invested) [half] The town has spent ten million on the first half.
    !(answers: ahead) [twenty] The second half costs twenty and saves two.
  &(role: lost) [hole] Half a tunnel is of no use to anyone.
""",
        references=(
            WALTON,
            "Hal Arkes and Catherine Blumer, “The psychology of sunk cost”, Organizational "
            "Behavior and Human Decision Processes 35, 1985",
        ),
        aliases=("sunk-costs",),
    ),
    scheme(
        "sacrifice",
        "Argument from sacrifice",
        "What someone has given up much for is worth much.",
        premises={"sacrifice": "{person} gave up {price} for {thing}."},
        conclusion="{thing} is worth much.",
        questions={
            "real": ("sacrifice", "Was it really given up, and for that?"),
            "judgment": (STEP, "Is {person} a good judge of what {thing} is worth?"),
            "others": (CONCLUSION, "Is {thing} worth as much to others?"),
        },
        example="""\
[worth] The letters are worth keeping.
  +(sacrifice, role: sacrifice) [carried] She left her clothes behind to carry them.
  -(answers: others) [family] They say nothing to anyone outside her family.
""",
    ),
    scheme(
        "slippery-slope",
        "Slippery slope",
        "What leads step by step to something very bad should not be begun.",
        premises={
            "start": "{act} opens the way to the next step.",
            "chain": "One step leads to another, up to {end}.",
            "end": "{end} is very bad.",
        },
        conclusion="{act} should not be done.",
        questions={
            "opens": ("start", "Why would {act} lead to a next step?"),
            "weakest": ("chain", "Which step is the least likely, and what drives it?"),
            "bad": ("end", "Is {end} so bad, and to whom?"),
            "stop": (STEP, "Could one stop on the way?"),
        },
        example="""\
[ban] Phones should be banned at school.
  -(slippery-slope, role: start) [phones] After phones one will look for the next thing to ban.
    !(answers: stop) [vote] Each ban needs a vote of its own.
  &(role: chain) [watches] Laptops come next, then watches, then whatever has a screen.
  &(role: end) [offline] Then no one learns to work with a screen.
""",
        references=(
            WALTON,
            "Douglas Walton, “Slippery Slope Arguments”, Oxford University Press, 1992",
        ),
        aliases=("gradualism",),
    ),
    scheme(
        "threat",
        "Argument from threat",
        "What someone will be made to pay for should not be done.",
        premises={
            "threat": "If {agent} does {act}, {other} will see to {harm}.",
            "harm": "{harm} would be bad for {agent}.",
        },
        conclusion="{agent} should not do {act}.",
        questions={
            "credible": ("threat", "Can {other} do so, and would they?"),
            "bearable": ("harm", "How bad would it be?"),
            "relevant": (STEP, "Is what {other} threatens any reason in the matter at hand?"),
            "giving-in": (CONCLUSION, "What follows if {agent} gives in?"),
        },
        example="""\
[quiet] The paper should not print the story.
  +(threat, role: threat) [ads] If it does, the store will take its advertising elsewhere.
    !(answers: relevant) [true] It is to be printed if it is true.
  &(role: harm) [half] The store pays for half of the paper.
""",
    ),
    scheme(
        "fear-appeal",
        "Argument from fear",
        "What wards off a fearful danger should be done.",
        premises={
            "danger": "Unless {act} is done, {harm} may come about.",
            "harm": "{harm} would be terrible.",
            "remedy": "{act} wards off {harm}.",
        },
        conclusion="{act} should be done.",
        questions={
            "real": ("danger", "How likely is {harm}?"),
            "terrible": ("harm", "How bad would {harm} be?"),
            "effective": ("remedy", "Would {act} ward it off?"),
            "hurried": (STEP, "Is the fear there to inform, or to keep one from thinking?"),
            "costs": (CONCLUSION, "What would {act} cost, beside the danger?"),
        },
        example="""\
[shots] The dog should be vaccinated.
  +(fear-appeal, role: danger) [bite] A bite of a sick fox could infect it.
    -(answers: real) [none] No sick fox has been seen here for thirty years.
  &(role: harm) [fatal] The disease always ends in death.
  &(role: remedy) [protects] The vaccine protects nearly every dog.
""",
        aliases=("appeal-to-fear", "danger"),
    ),
    scheme(
        "need-for-help",
        "Argument from need for help",
        "Whoever can help someone in need at little cost should help.",
        premises={
            "need": "{person} needs help.",
            "ability": "{helper} can help by {act}.",
            "cost": "{act} would not cost {helper} too much.",
        },
        conclusion="{helper} should do {act}.",
        questions={
            "real": ("need", "Does {person} really need help?"),
            "works": ("ability", "Would {act} help?"),
            "bearable": ("cost", "What would it cost {helper}?"),
            "others": (STEP, "Is someone else better placed to help?"),
        },
        example="""\
[lend] We should lend the neighbors our pump.
  +(need-for-help, role: need) [cellar] Their cellar is full of water.
    !(answers: others) [brigade] The fire brigade is on its way.
  &(role: ability) [pump] Our pump would have it dry by noon.
  &(role: cost) [spare] We do not need it today.
""",
    ),
    scheme(
        "distress",
        "Argument from distress",
        "What relieves someone's distress should be done.",
        premises={
            "distress": "{person} is in distress.",
            "relief": "{act} would relieve it.",
        },
        conclusion="{act} should be done.",
        questions={
            "real": ("distress", "Is {person} really in distress?"),
            "relieves": ("relief", "Would {act} relieve it?"),
            "relevant": (STEP, "Does the distress bear on the matter, or only move us?"),
            "fair": (CONCLUSION, "What would it do to others?"),
        },
        example="""\
[pass] He should be let through the exam.
  +(distress, role: distress) [ill] His father is very ill.
    !(answers: relevant) [measure] An exam measures what one knows.
  &(role: relief) [worry] It would be one worry less.
""",
        aliases=("appeal-to-pity", "appeal-to-emotion"),
    ),
)
