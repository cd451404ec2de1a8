"""Editors at one desk at once, each a browser of their own: what they sent, and what was said."""

import random
import re
import threading
import time
import uuid
from collections import Counter, namedtuple

import httpx
from django.test import Client

CLAIM = re.compile(
    r'<li class="claim (?P<status>\w+)" id="c-(?P<pk>[0-9a-f-]+)"'
    r'.*?name="based_on" value="(?P<revision>\d+)"',
    re.S,
)
BASED_ON = re.compile(r'name="based_on" value="(\d+)"')
HTMX = {"HX-Request": "true"}
TOLD = re.compile(r'role="alert"[^>]*>[^<]*(already|Someone else|Nobody has decided)')
MEND = {"kind": "event", "hedge": "asserted", "target_kind": "people"}

Seen = namedtuple("Seen", "pk status revision")


class Editor(threading.Thread):
    """Somebody who looks at a report and does one thing after the other, as their forms are."""

    def __init__(self, person, address, blog, reports, updates):
        super().__init__(daemon=True)
        self.person, self.blog, self.reports, self.updates = person, blog, reports, updates
        self.desk = f"/desk/blogs/{blog.pk}/"
        self.http = httpx.Client(base_url=address, timeout=30)
        client = Client()
        client.force_login(person)
        cookie = client.cookies["dateline_session"].value
        self.http.cookies.set("dateline_session", cookie, domain="127.0.0.1", path="/desk/")
        self.chance = random.Random(str(person))  # noqa: S311  no secret
        self.done, self.published = Counter(), []
        self.told = self.collided = 0
        self.wrong, self.since, self.stop = [], "", threading.Event()

    def get(self, path, **options):
        return self._judged(self.http.get(path, **options))

    def post(self, path, form, **options):
        token = {"csrfmiddlewaretoken": self.http.cookies.get("dateline_csrf", "")}
        return self._judged(self.http.post(path, data=form | token, **options))

    def _judged(self, answer):
        locked = "database is locked" in answer.text
        if locked or answer.status_code not in (200, 302, 400, 409):
            self.wrong.append((str(answer.request.url), answer.status_code, answer.text[:2_000]))
        return answer

    def look(self):
        """Open a report, which marks it as read; return its claims as they are shown."""
        page = self.get(f"{self.desk}wire/{self.chance.choice(self.reports).pk}/", headers=HTMX)
        return [
            Seen(one["pk"], one["status"], one["revision"]) for one in CLAIM.finditer(page.text)
        ]

    def press(self, act, claim, **more):
        """Send one of a claim's small forms; note whether it was done, or why not was told."""
        form = {"column": self.blog.column.slug, "blog": str(self.blog.pk), **more}
        form |= {"based_on": claim.revision}
        answer = self.post(f"/desk/claims/{claim.pk}/{act}/", form, headers=HTMX)
        self._note(f"{act}_claim", claim.pk, answer, 200)
        return answer

    def _note(self, verb, pk, answer, done):
        if answer.status_code == done:
            self.done[verb, str(pk)] += 1
        elif TOLD.search(answer.text):
            self.told += 1
        else:
            self.wrong.append((verb, answer.status_code, answer.text))

    def decide(self):
        claim = self.chance.choice(self.look())
        if claim.status != "proposed":
            self.press("restore", claim)
        elif self.chance.random() < 0.8:
            self.press("accept", claim)
        else:
            self.press("reject", claim, reason="It says something else.")

    def mend(self):
        claim = self.chance.choice(self.look())
        page = self.get(f"/desk/claims/{claim.pk}/mend/").text
        quote = re.search(r'<textarea name="quote"[^>]*>\s*([^<]+)</textarea>', page)[1]
        form = MEND | {"quote": quote, "based_on": BASED_ON.search(page)[1]}
        form |= {"event": self.chance.choice(("casualties", "shelling", "air_strike"))}
        self._note("mend_claim", claim.pk, self.post(f"/desk/claims/{claim.pk}/mend/", form), 302)

    def use(self):
        claim = self.chance.choice(self.look())
        form = {"blog": str(self.blog.pk), "based_on": claim.revision}
        answer = self.post(f"/desk/claims/{claim.pk}/use/", form, headers=HTMX)
        if answer.status_code == 200:
            assert f"claim={claim.pk}" in answer.json()["words"]
        elif not answer.json().get("refused"):
            self.wrong.append(("use", answer.status_code, answer.text))

    def publish(self):
        headline = f"{self.person} tells {len(self.published) + 1}."
        answer = self.post(self.desk, self._composed(headline, "Words.", "publish"))
        if answer.status_code == 302:
            self.published.append(headline)
        else:
            self.wrong.append(("publish", answer.status_code, answer.text))

    def edit(self):
        """Save a draft that all have open; where another was first, both texts are shown."""
        update = self.chance.choice(self.updates)
        page = self.get(f"/desk/updates/{update.pk}/").text
        self.stop.wait(self.chance.uniform(0, 0.3))
        mine = f"So says {self.person} at {time.monotonic_ns()}."
        form = self._composed(update.headline, mine, "draft", BASED_ON.search(page)[1])
        answer = self.post(f"/desk/updates/{update.pk}/", form)
        if answer.status_code == 302:
            self.done["edit_update", str(update.pk)] += 1
        elif answer.status_code == 409 and {mine} < set(
            re.findall(r"So says \w+ at \d+\.", answer.text)
        ):
            self.collided += 1
        else:
            self.wrong.append(("edit", answer.status_code, answer.text))

    def _composed(self, headline, body, action, based_on="0"):
        form = {"headline": headline, "body": body, "place": "", "byline": str(self.person)}
        return form | {"draft": str(uuid.uuid4()), "based_on": based_on, "action": action}

    def read_all(self):
        self.post("/desk/wire/seen/", {"before": "2100-01-01T00:00:00+00:00"})

    def beat(self):
        said = {"doing": "reviewing", "on": "", "since": self.since}
        answer = self.post(f"{self.desk}here/", said)
        if answer.status_code == 200:
            self.since = str(answer.json()["sequence"])

    def run(self):
        acts = (self.decide, self.mend, self.use, self.publish, self.edit, self.read_all, self.beat)
        try:
            while not self.stop.wait(self.chance.uniform(0, 0.4)):
                self.chance.choices(acts, (5, 2, 2, 1, 2, 1, 3))[0]()
        except Exception as error:  # the test tells it; a thread would lose it
            self.wrong.append((repr(error),))
