"""What the verb of a clause does: it performs, judges, says what holds, or tells what happened."""

from typing import Final

from spacy.tokens import Token

from dateline.reading.events.syntax import OBJECTS, children
from dateline.reading.hedges.scope import is_condition
from dateline.reading.parties.lexicon import word_class
from dateline.reading.predicate import ASPECT, JUDGED, SAYS, helpers

HELD: Final = word_class("holding")
"""Verbs of what stands."""
STUCK: Final = word_class("stuck")
"""Adjectives of a state that can be seen, where others judge."""
SETTINGS: Final = frozenset({"scene", "site", "target", "subject", "home", "focus", "part"})
"""What a place is when something goes on there: "has been the scene of fighting"."""
STANDS_IN: Final = frozenset({"under", "in", "at", "on", "inside", "within", "without"})
PERFORMS: Final = word_class("performing")
"""Verbs that do something by saying it, or are speech between people."""
UTTERED: Final = word_class("uttered")
"""What is uttered: "raised concerns", "draws attention to"."""
UTTERS: Final = frozenset({"raise", "voice", "express", "issue", "make", "draw", "release", "have"})
MOVED: Final = word_class("moved")
"""How a speaker is moved or minded: to say so is a statement."""
VIEWS: Final = frozenset({"position", "stance", "view", "goal", "aim", "message", "policy"})
DEMANDS: Final = frozenset({"should", "must", "ought"})
PERHAPS: Final = frozenset({"may", "might", "could"})
CAN: Final = frozenset({"can", "could", "would"})


def performs(main: Token, *, spoken: bool) -> bool:
    """Tell whether a clause is a speech act or a meeting, or, where spoken, a demand or a feeling.

    "The alliance should help", said by someone, is a demand; in the report's voice a judgement.
    """
    if main.lemma_ in PERFORMS:
        return True
    if main.lemma_ in UTTERS and any(one.lemma_ in UTTERED for one in children(main, OBJECTS)):
        return True
    if _is_moved(main):
        return True
    told = helpers(main)
    ours = any(one.dep_ == "nsubj" and _is_ours(one) for one in main.children)
    minded = bool(told & {"will", "would", "shall"}) or main.lemma_ == "be"
    return (spoken and bool(told & DEMANDS)) or (ours and minded)


def _is_moved(main: Token) -> bool:
    """Tell whether a clause says how somebody feels: "is alarmed", not "has alarmed"."""
    if main.lemma_ == "be":
        return any(one.lower_ in MOVED for one in main.children)
    passive = main.dep_ == "acomp" or any(one.dep_ == "auxpass" for one in main.children)
    return passive and main.lower_ in MOVED


def _is_ours(subject: Token) -> bool:
    owned = any(one.lower_ in ("our", "my") for one in subject.children)
    return subject.lower_ in ("we", "i") or (owned and subject.lemma_ in VIEWS)


def judges(main: Token) -> bool:
    """Tell whether a verb judges, or says what might follow."""
    made = main.lemma_ in ("make", "create", "keep", "leave") and any(
        one.dep_ in ("ccomp", "acomp", "oprd") for one in main.children
    )
    return main.lemma_ in JUDGED or made or bool(helpers(main) & CAN) or _for_a_purpose(main)


def _for_a_purpose(main: Token) -> bool:
    """Tell whether a clause says what something is for: "in order to frighten them"."""
    return any(one.lower_ == "order" for child in main.children for one in (child, *child.children))


def foresees(main: Token) -> bool:
    """Tell whether a verb says what may come; "may have fled" and "may be advancing" do not."""
    return bool(helpers(main) & PERHAPS) and main.tag_ == "VB" and main.lemma_ not in ("be", "have")


def is_conditional(main: Token) -> bool:
    """Tell whether a verb stands in an "if" or "unless", or with one: "would flee if it fell"."""
    clauses = [main, main.head, *main.children]
    return any(one.dep_ == "advcl" and is_condition(one) for one in clauses)


def contrary(main: Token) -> bool:
    """Tell whether a verb says what did not come about: "would have saved hundreds"."""
    return {"would", "have"} <= helpers(main)


def stands(main: Token) -> bool:
    """Tell whether a verb says what is so and can be seen: "is closed", "is under siege"."""
    if main.lemma_ in HELD or main.lower_ in STUCK or exists(main):
        return True
    return main.lemma_ == "be" and _is_somewhere(main)


def exists(main: Token) -> bool:
    """Tell whether a clause says that there is something."""
    return any(one.dep_ == "expl" for one in main.children)


def _is_somewhere(main: Token) -> bool:
    what = [one for one in main.children if one.dep_ in ("attr", "acomp")]
    if not what:
        return any(one.dep_ == "prep" and one.lower_ in STANDS_IN for one in main.children)
    words = {each.lower_ for one in what if one.dep_ == "acomp" for each in (one, *one.children)}
    return bool(words & STUCK) or any(one.lemma_ in SETTINGS for one in what)


def is_past(main: Token) -> bool:
    """Tell whether a verb says what somebody did, or what was done."""
    told = helpers(main)
    done = main.tag_ == "VBN" and bool(told & {"was", "were", "had"})
    tells = main.lemma_ == "be" or main.lemma_ in SAYS
    negated = any(one.dep_ == "neg" for one in main.children)
    return not tells and not negated and (done or (main.tag_ == "VBD" and not told))


def goes_on(main: Token) -> bool:
    """Tell whether a verb says what holds now, as "continues to lose" and "may be losing" do."""
    if main.tag_ in ("VBZ", "VBP"):
        return True
    if main.dep_ == "xcomp" and main.head.lemma_ in ASPECT and main.head.tag_ in ("VBZ", "VBP"):
        return True
    tags = {one.tag_ for one in main.children if one.dep_ in ("aux", "auxpass")}
    running = main.tag_ == "VBG" and "was" not in helpers(main) and "were" not in helpers(main)
    return bool(tags) and (running or (main.tag_ == "VBN" and bool(tags & {"VBZ", "VBP"})))
