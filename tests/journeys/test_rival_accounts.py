"""Two rival accounts, from the desk's list to the open page; and what readers find nowhere."""

import itertools

import pytest
from playwright.sync_api import expect

RESCUERS = "Rescuers say a Russian jet struck medics at work in Sarmin on Tuesday; 9 people died."
MINISTRY = "A ministry says a Russian jet struck gunmen in Sarmin on Tuesday; 14 people died."
HELD = "A neighbour says a Russian jet struck a hidden clinic in Sarmin on Tuesday; 31 people died."
PRIVATE = "Layla Haddad says a Russian jet struck her home in Sarmin on Tuesday; 2 people died."

_slugs = (f"rivals-{n}" for n in itertools.count(1))


@pytest.fixture
def theatre(newsroom):
    """Open a column with a blog and a front; return the blog's id and the column's slug."""
    slug = next(_slugs)
    pk = newsroom.theatre(slug=slug)
    newsroom.front(blog_pk=pk, name="Idlib", areas=["Idlib"])
    return pk, slug


@pytest.fixture
def rescuers(newsroom, theatre):
    """The report of those who were there."""
    return newsroom.propose(
        blog_pk=theatre[0],
        words=RESCUERS,
        site="rescue.example",
        who="Rescuers",
        kind="medical",
        hit="medics",
        dead="9 people",
    )


@pytest.fixture
def ministry(newsroom, theatre):
    """The report of those who are accused."""
    return newsroom.propose(
        blog_pk=theatre[0],
        words=MINISTRY,
        site="ministry.example",
        who="A ministry",
        kind="combatant",
        hit="gunmen",
        dead="14 people",
    )


@pytest.fixture
def accept(enter, theatre):
    """Accept what a report claims at the desk, and go on to the question of its incident."""

    def _accept(report):
        page = enter("alice", f"/desk/reports/{report}/claims/?column={theatre[1]}")
        page.get_by_role("button", name="Accept", exact=False).first.click()
        expect(page.locator(".claim.accepted")).to_be_visible()
        page.get_by_role("link", name="Which incident?").click()
        return page

    return _accept


def open_incident(page, title):
    page.get_by_label("A new incident, called").fill(title)
    page.get_by_role("button", name="Open it").click()
    expect(page.get_by_text(f"It is about {title}")).to_be_visible()


def join_first(page):
    page.get_by_role("button", name="About it 1", exact=True).click()
    expect(page.get_by_text("It is about that incident.")).to_be_visible()


def public_bytes(folder):
    """Return all that the site folder holds."""
    return b"\n".join(one.read_bytes() for one in (folder / "site").rglob("*") if one.is_file())


def test_two_rival_accounts_are_weighed_on_an_open_page(
    theatre, rescuers, ministry, accept, newsroom, visit
):
    pk, slug = theatre
    page = visit(f"/{slug}/day/")
    open_incident(accept(rescuers), "Sarmin: medics or gunmen?")
    toll, item = page.locator(".total summary"), page.locator(".place-item")
    expect(toll).to_contain_text("9 killed")
    newsroom.summarise(blog_pk=pk)
    expect(page.locator(".front")).to_contain_text("9 killed")
    join_first(accept(ministry))
    expect(toll).to_contain_text("9 to 14 killed")
    expect(page.locator(".outdated").first).to_have_text("newer claims outdate this")
    page.locator(".places summary").click()
    expect(item).to_contain_text("2 original sources")
    item.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sarmin: medics or gunmen?")
    positions = page.locator("section[aria-labelledby=q-what] .position")
    expect(positions).to_have_count(2)
    for words in (RESCUERS, MINISTRY):
        expect(positions.locator("blockquote").filter(has_text=words)).to_have_count(1)


def test_a_held_claim_and_a_private_name_are_found_nowhere_public(
    theatre, rescuers, accept, newsroom, folder
):
    pk, _ = theatre
    open_incident(accept(rescuers), "Sarmin: who was hit?")
    words = {"blog_pk": pk, "kind": "home"}
    told = [
        newsroom.propose(words=said, site=site, who=who, hit=hit, dead=dead, **words)
        for said, site, who, hit, dead in (
            (HELD, "witness.example", "A neighbour", "a hidden clinic", "31 people"),
            (PRIVATE, "family.example", "Layla Haddad", "her home", "2 people"),
        )
    ]
    newsroom.flag(pk=told[1], flags=("identifies",))
    page = accept(told[0])
    page.get_by_role("link", name="in its report").click()
    page.locator(".claim.accepted summary", has_text="Hold").click()
    page.get_by_label("Until, in the time of").fill("2099-07-01T18:30")
    page.get_by_role("button", name="Hold", exact=True).click()
    expect(page.get_by_text("Held from readers until")).to_be_visible()
    page.get_by_role("link", name="Which incident?").click()
    join_first(page)
    join_first(accept(told[1]))
    newsroom.settle()
    public = public_bytes(folder)
    assert RESCUERS.encode() in public
    for secret in ("A neighbour", "hidden clinic", "31 people", "31 killed", "Layla", "Haddad"):
        assert secret.encode() not in public
    page.goto(f"/desk/reports/{told[0]}/claims/")
    page.get_by_role("button", name="Release").click()
    expect(page.get_by_text("Held from readers until")).to_have_count(0)
    newsroom.settle()
    assert b"hidden clinic" in public_bytes(folder)
