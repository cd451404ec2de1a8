"""Texts that repeat one another are found; texts about the same thing are not."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.archive.likeness.near import (
    LIKE,
    SIGNS,
    alike,
    keys,
    shingles,
    signature,
    words,
)

REPORT = (
    "Russian air strikes hit a bakery in the town of Sarmin on Tuesday, killing at least twelve "
    "people, the SMART News Agency claims. Residents told the agency that two aircraft circled "
    "over the town for half an hour before the first explosion. A second strike hit the same "
    "street when rescuers had arrived. The ministry in Moscow says that its aircraft flew 55 "
    "sorties on that day and destroyed a command post near Idlib; it does not name Sarmin."
)
ANOTHER = (
    "Rescuers in Sarmin say that they dug ten bodies out of a ruined bakery on Tuesday and that "
    "four more people are missing. Warplanes came twice, according to a volunteer who films for "
    "the town's media office. Nobody has claimed the attack. Moscow, whose air force began its "
    "campaign three weeks ago, has listed targets in four provinces without giving any place."
)
ADDED = (
    "In Geneva diplomats of five countries met for the third day without a result. The envoy said "
    "that he would fly to Tehran on Friday, and then to Riyadh, to hear what could be offered. "
    "Aid agencies warn that the crossing at Bab al-Hawa may close when its mandate ends. Bread "
    "costs four times what it did a year ago. In the south a truce of three days held overnight."
)
SCRIPTS = {
    "Arabic": (
        "قالت وكالة سمارت إن طائرات روسية قصفت فرنا في بلدة سرمين أمس وقتلت اثني عشر شخصا",
        "أعلنت وزارة الدفاع في موسكو أن طائراتها نفذت خمسين طلعة ودمرت مركز قيادة قرب إدلب",
    ),
    "Russian": (
        "По данным агентства, самолёты нанесли удар по пекарне в городе Сармин, погибли двенадцать",
        "Министерство сообщило, что самолёты совершили пятьдесят вылетов и разбили штаб у Идлиба",
    ),
    "Chinese": (
        "据通讯社报道，俄罗斯战机星期二轰炸了萨尔明镇的一家面包店，造成至少十二人死亡。",
        "国防部表示，其飞机当天出动五十五架次，摧毁了伊德利卜附近的一处指挥所，未提及该镇。",
    ),
    "Japanese": (
        "通信社によると、ロシア軍機が火曜日、サルミンの町のパン屋を爆撃し、少なくとも12人が死亡した。",
        "国防省は同日に55回出撃し、イドリブ近郊の司令部を破壊したと発表したが、町の名は挙げていない。",
    ),
    "Thai": (
        "สำนักข่าวรายงานว่าเครื่องบินรัสเซียทิ้งระเบิดใส่ร้านขนมปังในเมืองซาร์มินเมื่อวันอังคารมีผู้เสียชีวิตสิบสองคน",
        "กระทรวงกลาโหมระบุว่าเครื่องบินของตนออกปฏิบัติการห้าสิบห้าเที่ยวและทำลายศูนย์บัญชาการใกล้เมืองอิดลิบ",
    ),
}
TEXTS = st.lists(st.text("abcdefghij", min_size=1, max_size=6), min_size=20).map(" ".join)


def found(a, b):
    """Say whether an index on the keys of one text finds the other."""
    return bool(set(keys(signature(a))) & set(keys(signature(b))))


def test_a_text_is_like_itself():
    assert alike(REPORT, REPORT) == 1


@pytest.mark.parametrize(
    "copy",
    [
        REPORT.upper(),
        REPORT.replace(" ", "\n\t "),
        REPORT.replace(",", " —").replace(".", "!"),
        REPORT.replace("town", "to\u200bwn").replace("street", "str\u00adeet"),
        REPORT.replace("e", "é").replace("o", "ö"),
        "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in REPORT),
        f"https://t.co/8tRn2xQ {REPORT} www.example.org/sarmin?utm_source=x",
        f"\u202e{REPORT}\u202c",
    ],
    ids=["case", "line breaks", "punctuation", "invisible signs", "diacritics", "full width",
         "links", "direction marks"],
)  # fmt: skip
def test_dress_makes_no_difference(copy):
    assert signature(copy) == signature(REPORT)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("إدلب", "ادلب"),
        ("القاهرة", "القاهره"),
        ("عَلَى", "علي"),
        ("كتــــاب", "کتاب"),
        ("٣٤", "34"),
        ("۳۴", "34"),
        ("Ёлка", "елка"),
        ("DIYARBAKIR İstanbul", "dıyarbakır istanbul"),
        ("Straße", "STRASSE"),
        ("don’t", "dont"),
        ("Łódź Ørsted", "lodz orsted"),
    ],
)
def test_spellings_of_one_word_are_one(a, b):
    assert words(a) == words(b)


@pytest.mark.parametrize(("a", "b"), SCRIPTS.values(), ids=SCRIPTS)
def test_every_script_is_told_apart(a, b):
    assert alike(a, a) == 1
    assert alike(a, b) < LIKE / 4
    assert not found(a, b)


@pytest.mark.parametrize(("a", "b"), SCRIPTS.values(), ids=SCRIPTS)
def test_a_copy_inside_other_words_is_found_in_every_script(a, b):
    assert alike(a, f"{b} {a}") > 0.9
    assert found(a, f"{b} {a}")


@pytest.mark.parametrize(
    "copy",
    [
        REPORT[: len(REPORT) // 2],
        REPORT[len(REPORT) // 2 :],
        f"{ADDED} {REPORT}",
        f"{REPORT} {ADDED} {ANOTHER}",
        REPORT.replace("killing", "and killed").replace("twelve", "fourteen"),
        REPORT.replace("Sarmin", "Sermin").replace("Idlib", "Edlib"),
        ". ".join(reversed(REPORT.split(". "))),
    ],
    ids=["first half", "second half", "a paragraph before", "two after", "reworded",
         "names respelt", "order turned"],
)  # fmt: skip
def test_a_copy_that_was_changed_is_found(copy):
    assert alike(REPORT, copy) >= LIKE
    assert found(REPORT, copy)


def test_another_text_about_the_same_strike_is_not_alike():
    assert alike(REPORT, ANOTHER) < LIKE / 4


def test_a_roundup_that_quotes_a_post_whole_is_no_copy_of_it():
    post = "Two aircraft over Sarmin now, a strike on the bakery, send every ambulance you have"
    roundup = f"{REPORT} {post} {ANOTHER} {ADDED}"
    assert alike(post, roundup) < LIKE
    assert alike(post, f"{post} {post} says our correspondent in town") == 1


@pytest.mark.parametrize(
    "text",
    ["", " ", "Strike on Sarmin", "one two three four five six seven eight nine ten eleven",
     "ha " * 1000, "!? " * 100, "https://example.org/ " * 50, "\u200b" * 50, "萨尔明面包店被炸"],
    ids=["nothing", "a space", "a headline", "eleven words", "one word over and over",
         "no word", "links only", "invisible", "a headline in Chinese"],
)  # fmt: skip
def test_a_text_too_short_to_tell_has_no_signature_and_is_like_nothing(text):
    assert signature(text) is None
    assert alike(text, text) == 0
    assert alike(text, REPORT) == alike(REPORT, text) == 0


def test_keys_are_64_short_strings_each_of_its_own_band():
    found = keys(signature(REPORT))
    assert [key[:3] for key in found] == [f"{band:02x}:" for band in range(64)]
    assert {len(key) for key in found} == {11}


PROGRAM = f"from dateline.archive.likeness.near import *; print(keys(signature({REPORT!r}))[:3])"
PINNED = ["00:6bfca201", "01:ddbaee23", "02:85d8e3a5"]


@pytest.mark.parametrize("seed", ["0", "1"])
def test_keys_are_the_same_in_every_process(seed):
    # They lie in the database: a new version of a library must not change them unseen.
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, env={"PYTHONHASHSEED": seed}
    )
    assert run.stdout.decode().strip() == str(PINNED)


def test_a_text_of_any_length_is_taken_in_steps():
    text = " ".join(map(str, range(20_000)))
    half = " ".join(map(str, range(10_000)))
    same = sum(map(int.__eq__, signature(text), signature(half)))
    assert abs(same / SIGNS - 0.5) < 0.15  # as MinHash promises: the share that both hold


@given(TEXTS)
def test_equal_texts_have_equal_signatures_and_keys_in_one_order(text):
    first, second = signature(text), signature(f" {text.upper()}. ")
    assert first == second
    if first is not None:
        assert keys(first) == keys(second) == sorted(keys(first))


@given(st.text())
def test_no_text_breaks_it(text):
    signature(text)
    assert 0 <= alike(text, text) <= 1


@given(TEXTS, TEXTS)
def test_likeness_has_no_direction(a, b):
    assert alike(a, b) == alike(b, a)


@given(TEXTS, TEXTS)
def test_a_part_is_wholly_in_the_whole(a, b):
    whole = f"{a} {b}"
    if len(shingles(a)) >= 10 and 0.2 * len(shingles(whole)) <= len(shingles(a)):
        assert alike(a, whole) == 1
