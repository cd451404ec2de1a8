"""Colleagues at the desk, each in a thread: what they do, and what their open pages ask for."""

import random
import re
import threading
import time
import uuid
from collections import Counter

import httpx

BEAT = 2.0
"""Seconds between the beats of a page."""
ACTS = 4.0
"""Seconds between what somebody does, on average."""
HTMX = {"HX-Request": "true"}
CLAIM = re.compile(
    r'<li class="claim (\w+)" id="c-([0-9a-f-]+)".*?name="based_on" value="(\d+)"', re.S
)
LAST = re.compile(r"through=([0-9a-f-]+)")


class Colleague(threading.Thread):
    """Somebody on the one screen: looks at a report, decides, writes; the page renews itself."""

    def __init__(self, address: str, blog: str, column: str, session: str, reports: list[str]):
        super().__init__(daemon=True)
        self.screen, self.column, self.blog = f"/desk/blogs/{blog}/wire/", column, blog
        self.http = httpx.Client(base_url=address, timeout=60, follow_redirects=False)
        self.http.cookies.set("dateline_session", session, path="/desk/")
        self.chance = random.Random(session)  # noqa: S311  made-up work
        self.reports, self.here, self.last, self.since = reports, reports[0], "", ""
        self.asked, self.trouble = Counter[str](), Counter[int]()
        self.stop = threading.Event()

    def run(self) -> None:
        self._get("open", self.screen)
        self.stop.wait(self.chance.uniform(0, BEAT))
        act_at = time.monotonic() + self.chance.uniform(0, ACTS)
        while not self.stop.wait(BEAT):
            self._beat()
            if time.monotonic() >= act_at:
                act_at += self.chance.uniform(ACTS / 2, ACTS * 1.5)
                self.chance.choices((self._look, self._decide, self._publish), (5, 4, 1))[0]()

    def _get(self, what: str, path: str) -> str:
        return self._noted(what, self.http.get(path, headers=HTMX)).text

    def _post(self, what: str, path: str, form: dict[str, str]) -> httpx.Response:
        token = {"csrfmiddlewaretoken": self.http.cookies.get("dateline_csrf", "")}
        return self._noted(what, self.http.post(path, data=form | token, headers=HTMX))

    def _noted(self, what: str, answer: httpx.Response) -> httpx.Response:
        self.asked[what] += 1
        if answer.status_code >= 400:
            self.trouble[answer.status_code] += 1
        return answer

    def _beat(self) -> None:
        """Beat, and ask for what the page would renew."""
        said = {"doing": "reading", "on": self.here, "since": self.since}
        told = self._post("beat", f"/desk/blogs/{self.blog}/here/", said).json()
        self.since, changed = str(told["sequence"]), told["changed"]
        if changed["wire"]:
            page = self._get("wire", f"{self.screen}rows/?through={self.last}")
            self.last = found[1] if (found := LAST.search(page)) else self.last
        if self.here in changed["claims"]:
            self._look()

    def _look(self) -> list[tuple[str, str, str]]:
        self.here = self.chance.choice(self.reports)
        return CLAIM.findall(self._get("report", f"{self.screen}{self.here}/"))

    def _decide(self) -> None:
        status, claim, revision = self.chance.choice(self._look())
        form = {"column": self.column, "blog": self.blog, "based_on": revision}
        act = "accept" if status == "proposed" else "restore"
        self._post(act, f"/desk/claims/{claim}/{act}/", form)

    def _publish(self) -> None:
        form = {"headline": "They say so", "body": "Words.", "place": "", "byline": ""}
        form |= {"draft": str(uuid.uuid4()), "based_on": "0", "action": "publish"}
        self._post("publish", f"/desk/blogs/{self.blog}/", form)
