"""A gazetteer is the same bytes from the same sources, and no source can break it."""

import json
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import shapefile

from dateline.places import BadSource, Entry, Gazetteer, build, find
from dateline.places.demonyms import country_of
from dateline.places.entry import Ring
from dateline.places.levels import box_radius_m, geonames_level, radius_m, settlement
from dateline.places.outline import holds, middle, simplified
from dateline.places.sources import geonames, ocha, own
from dateline.places.sources.airfields import airfields
from dateline.places.sources.areas import areas, members
from dateline.places.sources.world import features
from dateline.places.store import Store, layer

from .cast import CAST, place

SQUARE: Ring = ((36.0, 35.0), (36.0, 36.0), (37.0, 36.0), (37.0, 35.0), (36.0, 35.0))
DUMP_ROW = (
    "164782\tSarmīn\tSarmin\tSarmin,سرمين\t35.90403\t36.72501\tP\tPPL\tSY\t\t12\t\t\t\t14530\t\t"
    "380\tAsia/Damascus\t2020-06-10"
)


def built(folder: Path, *sources: list[Entry]) -> Path:
    target = folder / "built.sqlite"
    build(target, sources)
    return target


# The build


def test_the_same_sources_give_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, other = built(tmp_path / "a", CAST), built(tmp_path / "b", CAST)
    assert one.read_bytes() == other.read_bytes()


def test_the_order_of_a_sources_rows_does_not_matter(tmp_path: Path) -> None:
    first = built(tmp_path, CAST).read_bytes()
    assert built(tmp_path, CAST[::-1]).read_bytes() == first


def test_a_later_source_speaks_and_the_names_of_both_stay(tmp_path: Path) -> None:
    newer = place("t:1", "Sarmin town", 35.91, 36.73, "town", parent="SY.12")
    with Gazetteer(built(tmp_path, CAST, [newer])) as gazetteer:
        for name in ("Sarmin town", "سرمين"):
            assert [(c.id, c.level) for c in find(gazetteer, name)] == [("t:1", "town")]


def test_a_build_that_fails_leaves_the_older_file(tmp_path: Path) -> None:
    before = built(tmp_path, CAST).read_bytes()

    def broken() -> Iterator[Entry]:
        yield CAST[0]
        raise BadSource("cut off")

    with pytest.raises(BadSource, match="cut off"):
        build(tmp_path / "built.sqlite", [broken()])
    assert (tmp_path / "built.sqlite").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["built.sqlite"]


def test_an_area_that_nobody_told_of_is_left_out_of_the_path(tmp_path: Path) -> None:
    lost = place("t:lost", "Lost", 35.9, 36.7, "village", parent="SY.12.999")
    with Gazetteer(built(tmp_path, CAST, [lost])) as gazetteer:
        assert find(gazetteer, "Lost")[0].admin == ("Idlib", "Syria")


def test_areas_that_contain_each_other_end_somewhere(tmp_path: Path) -> None:
    ring = [
        place("t:a", "Alpha", 1, 1, "district", code="A", parent="B"),
        place("t:b", "Bravo", 1, 1, "district", code="B", parent="A"),
    ]
    with Gazetteer(built(tmp_path, ring)) as gazetteer:
        assert len(find(gazetteer, "Alpha")[0].admin) <= 8


def test_names_with_nul_or_lone_surrogates_are_cleaned(tmp_path: Path) -> None:
    odd = place("t:odd", "Odd\0 one\ud800", 1, 1, "village", "a\nb")
    with Gazetteer(built(tmp_path, [odd])) as gazetteer:
        assert find(gazetteer, "Odd one")[0].name == "Odd one"


def test_an_empty_gazetteer_answers_nothing(tmp_path: Path) -> None:
    with Gazetteer(built(tmp_path)) as gazetteer:
        assert find(gazetteer, "Sarmin") == []


def test_the_file_is_sound(tmp_path: Path) -> None:
    path = built(tmp_path, CAST)
    with closing(sqlite3.connect(path)) as base:
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)


# GeoNames


def test_a_dump_is_read_plain_and_zipped(tmp_path: Path) -> None:
    plain, packed = tmp_path / "SY.txt", tmp_path / "SY.zip"
    plain.write_text(DUMP_ROW + "\n", encoding="utf-8")
    with zipfile.ZipFile(packed, "w") as file:
        file.write(plain, "SY.txt")
        file.writestr("readme.txt", "read me")
    for path in (plain, packed):
        (entry,) = geonames.dump(path)
        assert (entry.id, entry.level, entry.parent) == ("geonames:164782", "town", "SY.12")
        assert "سرمين" in entry.names


BAD_ROWS = [
    "too\tfew",
    DUMP_ROW.replace("35.90403", "95"),
    DUMP_ROW.replace("35.90403", "nan"),
    DUMP_ROW.replace("164782", "id"),
    DUMP_ROW.replace("Sarmīn", ""),
    DUMP_ROW.replace("14530", "-5"),
    DUMP_ROW.replace("14530", "9" * 30),
    "x" * 300_000,
    "\0" * 50,
]


@pytest.mark.parametrize("row", BAD_ROWS, ids=range(len(BAD_ROWS)))
def test_a_bad_row_of_a_dump_is_named_and_skipped(tmp_path: Path, row: str) -> None:
    path, bad = tmp_path / "SY.txt", list[str]()
    path.write_text(f"{row}\n{DUMP_ROW}\n", encoding="utf-8")
    assert [entry.name for entry in geonames.dump(path, bad)] == ["Sarmīn"]
    assert bad[0].startswith("SY.txt, line 1")


def test_a_zip_with_two_tables_is_no_dump(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as file:
        file.writestr("a.txt", DUMP_ROW)
        file.writestr("b.txt", DUMP_ROW)
    with pytest.raises(BadSource, match="2 tables"):
        list(geonames.dump(tmp_path / "two.zip"))


@pytest.mark.parametrize("at", [35, 60])
def test_a_zip_with_a_broken_table_is_refused(tmp_path: Path, at: int) -> None:
    path = tmp_path / "SY.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("SY.txt", DUMP_ROW)
    packed = bytearray(path.read_bytes())
    packed[at] ^= 0xFF
    path.write_bytes(packed)
    with pytest.raises(BadSource):
        list(geonames.dump(path))


def test_areas_of_a_dump_hold_its_towns(tmp_path: Path) -> None:
    area = DUMP_ROW.replace("164782", "169387").replace("Sarmīn", "Idlib").replace("PPL", "ADM1")
    country = area.replace("169387", "163843").replace("Idlib", "Syria").replace("ADM1", "PCLI")
    path = tmp_path / "SY.txt"
    rows = [DUMP_ROW, area.replace("\tP\t", "\tA\t"), country.replace("\tP\t", "\tA\t")]
    path.write_text("\n".join(rows), encoding="utf-8")
    with Gazetteer(built(tmp_path, list(geonames.dump(path)))) as gazetteer:
        found = {c.id: c.admin for c in find(gazetteer, "Sarmin")}
    assert found["geonames:164782"] == ("Idlib", "Syria")


# The newsroom's own


def test_a_table_of_own_places(tmp_path: Path) -> None:
    path = tmp_path / "ours.csv"
    path.write_text(
        "name,aliases,lat,lon,level,radius_m,admin,country\n"
        "Tell Brave,تل الشجاع|Tel Brave,35.5,36.5,village,900,Idlib|Syria,sy\n",
        encoding="utf-8-sig",
    )
    (entry,) = own.table(path)
    assert (entry.radius_m, entry.admin, entry.country) == (900, ("Idlib", "Syria"), "SY")
    with Gazetteer(built(tmp_path, [entry])) as gazetteer:
        assert find(gazetteer, "تل الشجاع")[0].source == "ours"


OWN_ROWS = ["Nowhere,91,36", "Nowhere,x,36", "Nowhere,,", ",35,36", "\0,35,36", "Nowhere,35"]


@pytest.mark.parametrize("row", OWN_ROWS)
def test_a_bad_row_of_a_table_is_named_by_its_line(tmp_path: Path, row: str) -> None:
    path, bad = tmp_path / "ours.csv", list[str]()
    path.write_text(f"name,lat,lon\nGood,35,36\n{row}\n", encoding="utf-8")
    assert [entry.name for entry in own.table(path, bad=bad)] == ["Good"]
    assert bad[0].startswith("ours.csv, line 3:")


@pytest.mark.parametrize("level", ["hamlet", "EXACT", "town; DROP"])
def test_a_level_that_is_none_is_refused(level: str) -> None:
    with pytest.raises(ValueError, match="no such level"):
        own.entry({"name": "A place", "lat": 1, "lon": 1, "level": level}, "ours")


@pytest.mark.parametrize("radius", ["0", "-5", "9e9"])
def test_a_radius_that_is_none_is_refused(radius: str) -> None:
    with pytest.raises(ValueError, match="no such radius"):
        own.entry({"name": "A place", "lat": 1, "lon": 1, "radius_m": radius}, "ours")


def test_a_table_without_its_columns_or_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ours.csv"
    path.write_text("place,x,y\nA,1,2\n")
    with pytest.raises(BadSource, match="no column name, lat, lon"):
        list(own.table(path))
    path.write_bytes("name,lat,lon\nDéir,1,2\n".encode("latin-1"))
    with pytest.raises(BadSource, match="not UTF-8"):
        list(own.table(path))


def test_points_and_areas_of_a_geojson(tmp_path: Path) -> None:
    path, bad = tmp_path / "ours.geojson", list[str]()
    shapes = [
        {"type": "Point", "coordinates": [36.5, 35.5]},
        {"type": "Polygon", "coordinates": [SQUARE]},
        {"type": "LineString", "coordinates": [[1, 2], [3, 4]]},
        None,
    ]
    told = [
        {
            "type": "Feature",
            "properties": {"name": f"Place {n}", "level": "district"},
            "geometry": s,
        }
        for n, s in enumerate(shapes)
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": told}))
    point, area = own.geojson(path, bad=bad)
    assert (point.lat, point.lon) == (35.5, 36.5)
    assert area.radius_m > 50_000
    assert area.outline
    assert len(bad) == 2


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"features": 3}', "[" * 100_000, '{"features": {"a": 1}}']
)
def test_a_file_that_is_no_geojson_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.geojson"
    path.write_text(text)
    with pytest.raises(BadSource, match="no GeoJSON"):
        list(own.geojson(path))


BAD_FEATURES = [
    1,
    {"properties": [1], "geometry": None},
    {"properties": {"name": "No point"}, "geometry": {"type": "Point", "coordinates": []}},
    {
        "properties": {"name": "NaN"},
        "geometry": {"type": "Point", "coordinates": [float("nan"), 1]},
    },
    {
        "properties": {"name": "A corner that is none"},
        "geometry": {"type": "Polygon", "coordinates": [[*SQUARE, [float("nan"), 35.0]]]},
    },
    {
        "properties": {"name": "Off the earth"},
        "geometry": {"type": "Polygon", "coordinates": [[*SQUARE, [1000.0, 35.0]]]},
    },
    *(
        {
            "properties": {"name": "Too much", **told},
            "geometry": {"type": "Point", "coordinates": [36, 35]},
        }
        for told in (
            {"radius_m": float("inf")},
            {"population": float("inf")},
            {"population": 10**30},
            {"population": -1},
            {"population": "many"},
        )
    ),
]


@pytest.mark.parametrize("feature", BAD_FEATURES, ids=range(len(BAD_FEATURES)))
def test_a_bad_feature_is_named_and_the_others_are_built(tmp_path: Path, feature: object) -> None:
    path, bad = tmp_path / "ours.geojson", list[str]()
    good = {
        "properties": {"name": "Good", "id": "a\ud800\0", "kind": "\udfff"},
        "geometry": {"type": "Point", "coordinates": [36, 35]},
    }
    path.write_text(json.dumps({"features": [feature, good]}))
    entries = list(own.geojson(path, bad=bad))
    assert [entry.name for entry in entries] == ["Good"]
    assert [row.partition(":")[0] for row in bad] == ["ours.geojson, feature 1"]
    with Gazetteer(built(tmp_path, entries)) as gazetteer:
        assert find(gazetteer, "Good")[0].id == "ours:a"


def test_a_broken_cell_is_named_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "ours.csv"
    path.write_text('name,lat,lon\nGood,35,36\n"Half "quoted,1,2\n')
    with pytest.raises(BadSource, match="line 3"):
        list(own.table(path))


# OCHA


def shapes(folder: Path) -> Path:
    """Write an OCHA layer of one district."""
    with shapefile.Writer(str(folder / "syr_admin2"), encoding="utf-8") as writer:
        for column in ("NAME_EN", "NAME_AR", "PCODE", "ADM1_EN", "ADM1_PCODE", "ADM0_EN"):
            writer.field(column, "C", 60)
        writer.poly([[list(point) for point in SQUARE]])
        writer.record("Harim", "حارم", "SY0703", "Idlib", "SY07", "Syria")
    return folder


def zipped(folder: Path) -> Path:
    target = folder / "cod.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for part in folder.glob("syr_admin2.*"):
            file.write(part, f"shp/{part.name}")
    return target


def test_an_ocha_layer_is_read_from_a_folder_and_from_a_zip(tmp_path: Path) -> None:
    shapes(tmp_path)
    for path in (tmp_path, zipped(tmp_path)):
        (entry,) = ocha.areas(path)
        assert (entry.id, entry.level) == ("cod-ab:SY0703", "district")
        assert entry.admin == ("Idlib",)
        assert entry.names == ("حارم",)
        assert holds(entry.outline, 35.5, 36.5)


@pytest.mark.parametrize("part", [".shp", ".dbf", ".shx"])
@pytest.mark.parametrize("kept", [0, 10, 60, 110])
def test_a_truncated_shapefile_is_named_and_skipped(tmp_path: Path, part: str, kept: int) -> None:
    path = shapes(tmp_path) / f"syr_admin2{part}"
    path.write_bytes(path.read_bytes()[:kept])
    bad: list[str] = []
    assert list(ocha.areas(tmp_path, bad)) or bad


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a.shp", bytes(50_000_000))
        file.writestr("a.dbf", b"")
    with pytest.raises(BadSource, match="refused"):
        list(ocha.areas(path))


def test_a_folder_without_shapes_and_a_broken_zip_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSource, match="no shapefile"):
        list(ocha.areas(tmp_path))
    (tmp_path / "x.zip").write_bytes(b"PK\x03\x04 no")
    with pytest.raises(BadSource, match="no zip"):
        list(ocha.areas(tmp_path / "x.zip"))


# Our own tables


def test_our_tables_can_be_read() -> None:
    found = list(areas())
    assert len({entry.id for entry in found}) == len(found)
    syria = next(entry for entry in found if entry.code == "SY")
    assert {"سوريا", "Сирия"} <= set(syria.names)
    assert next(entry for entry in found if entry.code == "SY.09").name == "Aleppo"
    assert members()[164782].startswith("SY.12")
    bad: list[str] = []
    assert len([*features()]) > 200
    assert not bad


def test_kweires_is_an_airfield_of_another_name() -> None:
    row = {"icao": "OS66", "iata": "", "name": "Rasin El Aboud Airport", "lat": 36.2, "lon": 37.6}
    (entry,) = airfields([{**row, "subd": "Aleppo", "country": "SY"}])
    assert "Kweires airbase" in entry.names
    assert entry.kind == "airfield"


def test_adjectives_name_their_country() -> None:
    assert country_of("Syrian") == country_of("Syrians") == country_of("сирийский") == ("SY",)
    assert country_of("Congolese") == ("CD", "CG")
    assert country_of("Martian") == ()


# Levels and outlines


def test_levels_by_what_geonames_says() -> None:
    assert geonames_level("P", "PPLX", 0) == "neighbourhood"
    assert geonames_level("P", "PPLC", 10) == "town"
    assert geonames_level("A", "ADM1", 0) == "governorate"
    assert geonames_level("T", "MTS", 0) == "feature"
    assert geonames_level("H", "SEA", 0) == "region"
    assert geonames_level("L", "RGN", 0) == "region"
    assert geonames_level("L", "LCTY", 0) == geonames_level("L", "PRK", 0) == "feature"
    assert geonames_level("S", "HSP", 0) == "building"
    assert settlement(100_000) == "city"


def test_a_larger_place_is_wider() -> None:
    cities = [radius_m("city", population=n) for n in (100_000, 1_000_000, 10_000_000)]
    assert cities == sorted(cities)
    assert radius_m("village") < radius_m("town") < cities[0]


def test_the_middle_of_a_ring_and_what_it_holds() -> None:
    assert middle([SQUARE]) == pytest.approx((35.5, 36.5))
    assert holds([SQUARE], 35.5, 36.5)
    assert not holds([SQUARE], 34.0, 36.5)
    assert box_radius_m((36.0, 35.0, 37.0, 36.0)) == pytest.approx(71_800, rel=0.01)


def test_a_simplified_ring_keeps_its_shape_with_fewer_points() -> None:
    fine = tuple((36 + n / 1000, 35.0 + (n % 2) / 10_000) for n in range(1000))
    ring = (*fine, (37.0, 36.0), (36.0, 36.0), fine[0])
    assert len(simplified(ring)) < 20


# The store


def test_a_layer_is_told_by_its_ending_and_what_it_holds(tmp_path: Path) -> None:
    shapes(tmp_path)
    dump = tmp_path / "SY.tsv"
    dump.write_text(DUMP_ROW + "\n", encoding="utf-8")
    assert [e.id for e in layer(dump, "SY", [])] == ["geonames:164782"]
    assert [e.id for e in layer(zipped(tmp_path), "cod", [])] == ["cod-ab:SY0703"]
    assert [e.id for e in layer(tmp_path, "cod", [])] == ["cod-ab:SY0703"]
    with pytest.raises(BadSource, match="take a GeoNames dump"):
        layer(tmp_path / "places.pdf", "x", [])


def test_a_file_with_nothing_in_it_is_not_added(tmp_path: Path) -> None:
    path = tmp_path / "ours.csv"
    path.write_text("name,lat,lon\nA,91,2\n")
    store = Store(tmp_path)
    with pytest.raises(BadSource, match="no place that can be read"):
        store.add([path])
    assert not store.layers.exists()


def test_of_files_of_which_one_cannot_be_read_none_is_kept(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text("name,lat,lon\nTell Brave,35,36\n")
    bad.write_text("no head")
    store = Store(tmp_path / "data")
    with pytest.raises(BadSource, match=r"bad\.csv"):
        store.add([good, bad])
    assert not store.layers.exists()


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    files = [tmp_path / folder / "ours.csv" for folder in "ab"]
    for file in files:
        file.parent.mkdir()
        file.write_text("name,lat,lon\nTell Brave,35,36\n")
    with pytest.raises(BadSource, match=r"Two files are called ours\.csv"):
        Store(tmp_path / "data").add(files)


def test_a_folder_that_cannot_be_written_to_is_said_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    table = tmp_path / "ours.csv"
    table.write_text("name,lat,lon\nTell Brave,35,36\n")
    store = Store(tmp_path / "data")
    with pytest.raises(BadSource, match="cannot be written to"):
        store.rebuild()
    with pytest.raises(BadSource, match="cannot be written to"):
        store.add([table])


def test_what_a_killed_build_or_a_stranger_left_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.places.store.world", lambda: [CAST])
    store = Store(tmp_path)
    draft = store.folder / ".gazetteer-dead"
    draft.mkdir(parents=True)
    (draft / "draft.sqlite").write_bytes(b"half of it")
    store.layers.mkdir()
    (store.layers / ".DS_Store").write_bytes(b"\0")
    table = tmp_path / "ours.csv"
    table.write_text("name,lat,lon\nTell Brave,35,36\n")
    store.add([table])
    assert not draft.exists()
    assert store.is_current()


def test_added_layers_stay_and_one_of_the_same_name_replaces_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.places.store.world", lambda: [CAST])
    path, other, store = tmp_path / "ours.csv", tmp_path / "more.csv", Store(tmp_path / "data")
    path.write_text("name,lat,lon\nTell Brave,35,36\n")
    other.write_text("name,lat,lon\nTell Calm,35,36\n")
    store.add([path, other])
    path.write_text("name,lat,lon\nTell Bold,35,36\n")
    done = store.add([path])
    assert store.is_current()
    with Gazetteer(done.path) as gazetteer:
        assert find(gazetteer, "Tell Bold")
        assert find(gazetteer, "Tell Calm")
        assert not find(gazetteer, "Tell Brave")
    assert [p.name for p in sorted(store.layers.iterdir())] == ["0001-ours.csv", "0002-more.csv"]


def test_a_built_file_stands_where_the_packages_are_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.places.store.world", lambda: [CAST])
    store = Store(tmp_path)
    assert not store.is_current()
    store.rebuild()
    monkeypatch.setattr("dateline.places.sources.world.PACKAGES", ("no-such-package",))
    assert store.is_current()
