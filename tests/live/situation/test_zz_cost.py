import time, pytest
from dateline.ledger.verbs.incidents import name_incident

pytestmark = pytest.mark.django_db


def test_cost(blog, alice, struck, publish, follow, capsys):
    made = [struck(5 + n % 7, title=f"Strike {n}")[0] for n in range(200)]
    t = time.perf_counter()
    follow()
    first = time.perf_counter() - t

    def timed(act):
        t = time.perf_counter()
        act()
        did = time.perf_counter() - t
        t = time.perf_counter()
        follow()
        return round(did * 1000), round((time.perf_counter() - t) * 1000)

    rename = [
        timed(lambda: name_incident(by=alice, incident=one, title="Renamed", based_on=one.revision))
        for one in made[:4]
    ]
    ups = [timed(lambda: publish("Another")) for _ in range(4)]
    with capsys.disabled():
        print("\nfirst", round(first, 2), "rename(verb, follow ms)", rename, "publish", ups)
