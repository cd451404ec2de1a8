"""An editor in a process of her own: does verb after verb and says each that was acknowledged.

`python -m tests.processes.writer SEED PAUSE` until its input ends; one line of JSON a verb.
"""

import json
import random
import sys
import threading
from datetime import timedelta

import django

django.setup()

from django.utils import timezone  # noqa: E402  models need Django

from dateline.ledger.models import LiveBlog, Person  # noqa: E402
from dateline.ledger.verbs.publishing import (  # noqa: E402
    correct_update,
    mark_update,
    publish_update,
    schedule_update,
    withdraw_update,
)
from dateline.ledger.verbs.writing import Text, write_update  # noqa: E402


class Editor:
    """Alice, who works without a pause."""

    def __init__(self, seed):
        self.chance = random.Random(seed)  # noqa: S311  no secret
        self.by = Person.objects.get(email="alice@example.org")
        self.blog = LiveBlog.objects.get(slug="2015-10-21")
        self.public = []
        self.made = 0
        self.seed = seed

    def write(self):
        self.made += 1
        headline = f"{self.seed} wrote {self.made}"
        return write_update(by=self.by, blog=self.blog, text=Text(headline=headline, body="Words."))

    def publish(self):
        update = publish_update(by=self.by, update=self.write())
        self.public.append(update)
        self.say("publish", update)

    def schedule(self):
        update = self.write()
        when = timezone.now() + timedelta(seconds=self.chance.uniform(0.2, 2))
        self.say("schedule", schedule_update(by=self.by, update=update, when=when))

    def correct(self):
        update = self.some()
        text = Text(headline=update.headline, body=f"{update.body} And more.")
        update = correct_update(
            by=self.by, update=update, text=text, note="More.", based_on=update.revision
        )
        self.public.append(update)
        self.say("correct", update)

    def withdraw(self):
        update = withdraw_update(by=self.by, update=self.some(), reason="Not so.")
        self.say("withdraw", update)

    def mark(self):
        update = mark_update(by=self.by, update=self.some(), mark="key_event", on=True)
        self.public.append(update)
        self.say("mark", update)

    def some(self):
        return self.public.pop(self.chance.randrange(len(self.public)))

    def one(self):
        acts, weights = [self.publish, self.schedule], [5, 3]
        if self.public:
            acts += [self.correct, self.mark, self.withdraw]
            weights += [1, 1, 0.5]
        self.chance.choices(acts, weights)[0]()

    def say(self, verb, update):
        done = {
            "verb": verb,
            "update": str(update.pk),
            "number": update.number,
            "revision": update.revision,
            "status": update.status,
        }
        sys.stdout.write(json.dumps(done) + "\n")
        sys.stdout.flush()


def main(seed, pause):
    stop = threading.Event()

    def wait_for_end():
        sys.stdin.read()
        stop.set()

    threading.Thread(target=wait_for_end, daemon=True).start()
    editor = Editor(seed)
    while not stop.wait(editor.chance.uniform(0, 2 * float(pause))):
        editor.one()


if __name__ == "__main__":
    main(*sys.argv[1:])
