/** The page's beat: says what one does here, hears of the others, and whether the server is there. */
import { sayLink } from "./link";
import { type Colleague, markHeld, sayPresent } from "./held";
import { newestToken } from "./once";

const SEEN = 2_000;
const HIDDEN = 10_000;
const PATIENCE = 8_000;
const COUNTS = 10_000;
const TYPING = 60_000; // whoever paused for longer holds nothing

interface Answer {
  people: Colleague[];
  sequence: number;
  changed: { updates: boolean; wire: boolean; claims: string[]; grouping: boolean };
  bounded: boolean;
}

export function keepPresence(): void {
  const bar = document.querySelector<HTMLElement>("#present[data-here]");
  if (!bar) return;
  const address = bar.dataset.here!;
  let since = "";
  let timer = 0;
  let beating = false;
  let counting = 0;
  let typed = -TYPING;
  let people: Colleague[] = [];

  function doing(): { doing: string; on: string } {
    const write = document.querySelector<HTMLFormElement>("#write");
    if (write && performance.now() - typed < TYPING) {
      return { doing: "writing", on: write.dataset.update ?? "" };
    }
    const report = document.querySelector<HTMLElement>("#report[data-report]");
    if (report?.dataset.report) return { doing: "reading", on: report.dataset.report };
    return { doing: document.querySelector("#wire") ? "reviewing" : "here", on: "" };
  }

  async function ask(): Promise<Response> {
    const said = document.hidden ? { doing: "", on: "" } : doing();
    return fetch(address, {
      method: "POST",
      body: new URLSearchParams({ ...said, since }),
      headers: { "HX-Request": "true", "X-CSRFToken": newestToken() },
      signal: AbortSignal.timeout(PATIENCE),
    });
  }

  async function beat(): Promise<void> {
    if (beating) return;
    beating = true;
    window.clearTimeout(timer);
    try {
      const answer = await ask();
      if (answer.ok) hear(await answer.json());
      sayLink(answer.ok ? "here" : answer.status < 500 ? await answer.text() : "away");
    } catch {
      sayLink("away");
    } finally {
      beating = false;
      timer = window.setTimeout(beat, document.hidden ? HIDDEN : SEEN);
    }
  }

  /** The wire counts claims: those counts may lag, or twenty editors would renew it at each decision. */
  function countLater(): void {
    counting ||= window.setTimeout(() => (tell("wire-changed"), (counting = 0)), COUNTS);
  }

  function hear(answer: Answer): void {
    since = String(answer.sequence);
    people = answer.people;
    sayPresent(bar!, people);
    markHeld(people);
    const { changed, bounded } = answer;
    if (changed.updates) tell("list-changed");
    if (changed.wire) tell("wire-changed");
    else if (changed.claims.length) countLater();
    if (changed.grouping) tell("grouping-changed");
    // After too much to look at, any report's claims may have changed: no ids, and no empty list.
    if (bounded || changed.claims.length) tell("claims-changed", bounded ? null : changed.claims);
  }

  document.addEventListener("input", (event) => {
    if (!(event.target as Element).closest("#write")) return;
    const began = performance.now() - typed >= TYPING;
    typed = performance.now();
    if (began) void beat();
  });
  document.addEventListener("visibilitychange", () => void (document.hidden || beat()));
  document.addEventListener("htmx:afterSettle", () => markHeld(people));
  window.addEventListener("offline", () => sayLink("away"));
  window.addEventListener("online", () => void beat());
  void beat();
}

function tell(name: string, detail?: unknown): void {
  document.body.dispatchEvent(new CustomEvent(name, { detail }));
}
