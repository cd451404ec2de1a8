import io
import json

import pytest
from django.core.management import CommandError, call_command, load_command_class

REF = "2015-10-21T18:00Z"


def said(*words, **options):
    out = io.StringIO()
    call_command(
        load_command_class("dateline.server", "dates"),
        *words,
        **{"ref": REF, "zone": "Asia/Damascus", **options},
        stdout=out,
    )
    return out.getvalue()


def test_it_says_what_words_mean_and_what_that_rests_on():
    assert said("from October 19-20").splitlines() == [
        "October 19-20",
        "  EDTF      2015-10-19/2015-10-20",
        "  from      2015-10-19",
        "  to        2015-10-20",
        "  rests on  the time of publication",
        "  TIMEX3    DATE 2015-10-19",
    ]


def test_the_same_as_json():
    assert json.loads(said("last night", json=True)) == {
        "start": 0,
        "end": 10,
        "words": "last night",
        "edtf": "2015-10-20",
        "first": "2015-10-20",
        "last": "2015-10-20",
        "basis": "report",
        "type": "TIME",
        "value": "2015-10-20TNI",
        "mod": "",
    }


def test_early_and_late_stand_behind_the_value():
    assert said("late September").endswith("DATE 2015-09 END\n")


def test_words_need_no_quotation_marks():
    assert said("on", "Monday").startswith("Monday\n")


def test_what_is_open_or_unresolved_is_said():
    assert "unresolved" in said("30 February 2015")
    assert "  from      open" in said("until Friday")


def test_it_reads_a_file_to_json_lines_with_offsets_in_code_points(tmp_path):
    text = "𝔖trikes on Monday\r\nand вчера."
    (tmp_path / "report.txt").write_bytes(text.encode())
    lines = [json.loads(line) for line in said("read", str(tmp_path / "report.txt")).splitlines()]
    assert [text[line["start"] : line["end"]] for line in lines] == ["Monday", "вчера"]
    assert [line["edtf"] for line in lines] == ["2015-10-19", "2015-10-20"]


def test_a_file_without_dates_gives_no_line(tmp_path):
    (tmp_path / "empty").write_bytes(b"")
    assert said("read", str(tmp_path / "empty")) == ""


@pytest.mark.parametrize(
    ("words", "options", "trouble"),
    [
        (["a fox"], {}, "No time expression"),
        (["today"], {"ref": "2015-10-21T18:00"}, "no zone. Add one"),
        (["today"], {"ref": "soon"}, "“soon” is no time"),
        (["today"], {"zone": "Mars/Olympus"}, "no zone “Mars/Olympus”"),
        (["today"], {"zone": "../../etc/passwd"}, "no zone"),
        (["read", "/no/such/file"], {}, "no such file"),
        (["read", "/dev/null"], {}, "no plain file"),
    ],
)
def test_what_is_wrong_is_said_in_plain_words(words, options, trouble):
    with pytest.raises(CommandError, match=trouble):
        said(*words, **options)


def test_a_file_that_is_no_text_is_refused(tmp_path):
    (tmp_path / "picture").write_bytes(b"\xff\xd8\xff")
    with pytest.raises(CommandError, match="not UTF-8"):
        said("read", str(tmp_path / "picture"))


def test_a_language_that_it_does_not_know_is_refused():
    command = load_command_class("dateline.server", "dates")
    with pytest.raises(CommandError, match="invalid choice"):
        call_command(command, "today", "--ref", "2015-10-21T18:00Z", "--language", "xx")
