/** What an editor should look at in the text: underlined, explained, mended by one key. */

import { Underlines } from "./underline";
import { renewToken } from "./once";
import { isTyping, keyOf } from "./pressed";

const PAUSE = 400;
const PATIENCE = 10_000;
const BLANK = "…";

export interface Fix {
  start: number;
  end: number;
  words: string;
  says: string;
}

export interface Warned {
  kind: string;
  title: string;
  start: number;
  end: number;
  why: string;
  fix: Fix | null;
}

export function warnOfSourcing(form: HTMLFormElement): void {
  const body = form.querySelector<HTMLTextAreaElement>("textarea[name=body]");
  const list = form.querySelector<HTMLElement>("#warnings");
  const address = form.dataset.warnings;
  if (!body || !list || !address) return;
  const underlines = new Underlines(body);
  let found: Warned[] = [];
  let seen = body.value;
  let timer = 0;
  let asked = new AbortController();

  function later(): void {
    found = moved(found, seen, body!.value);
    seen = body!.value;
    show();
    asked.abort();
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), PAUSE);
  }

  /** Ask about the text as it is; whatever goes wrong, the editor is left in peace. */
  async function ask(): Promise<void> {
    asked = new AbortController();
    const { signal } = asked;
    const patience = window.setTimeout(() => asked.abort(), PATIENCE);
    try {
      const answer = await fetch(address!, { method: "POST", body: question(), signal, headers: { "HX-Request": "true" } });
      if (!answer.ok || signal.aborted) return;
      found = (await answer.json()).warnings;
      show();
    } catch {
      // Offline, slow or signed out: the draft's own line says so.
    } finally {
      window.clearTimeout(patience);
    }
  }

  function question(): URLSearchParams {
    return new URLSearchParams({ body: body!.value, update: form.dataset.update ?? "", csrfmiddlewaretoken: renewToken(form) });
  }

  function show(): void {
    underlines.draw(found);
    tell(list!, found, mend);
    point();
  }

  /** The one that the key mends: at the caret while it is in the text, else the first. */
  function next(): Warned | undefined {
    const mendable = found.filter((one) => one.fix);
    if (document.activeElement !== body) return mendable[0];
    const at = body!.selectionStart;
    return mendable.find((one) => one.start <= at && at <= one.end) ?? mendable[0];
  }

  function point(): void {
    const at = next();
    const key = document.activeElement === body ? "Ctrl ." : ".";
    for (const [n, item] of [...list!.children].entries()) {
      item.classList.toggle("next", found[n] === at);
      const shown = item.querySelector("kbd");
      if (shown && shown.textContent !== key) shown.textContent = key;
    }
  }

  function mend(one: Warned | undefined): void {
    if (!one?.fix) return;
    const from = document.activeElement as HTMLElement | null;
    const { start, end, words } = one.fix;
    body!.focus();
    body!.setSelectionRange(start, end);
    // The one way to change a text so that undo knows of it.
    if (!document.execCommand("insertText", false, words)) {
      body!.setRangeText(words, start, end, "end");
      body!.dispatchEvent(new Event("input", { bubbles: true }));
    }
    const blank = words.indexOf(BLANK);
    if (blank >= 0) body!.setSelectionRange(start + blank, start + blank + BLANK.length);
    else if (from !== body) giveBack(from);
  }

  // A button that takes the focus as it is pressed changes its size, and the click misses it.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  body.addEventListener("input", later);
  for (const event of ["focus", "blur"]) body.addEventListener(event, point);
  document.addEventListener("selectionchange", point);
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey) return;
    const held = event.ctrlKey || event.metaKey;
    if (!(keyOf(event) === "." || (held && event.code === "Period"))) return;
    if (!held && isTyping(event.target)) return;
    if (!next()) return;
    event.preventDefault();
    mend(next());
  });
  void ask();
}

/** Put warnings where their words are after an edit; those whose words were touched go. */
export function moved(found: Warned[], before: string, after: string): Warned[] {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const end = before.length - tail;
  const by = after.length - before.length;
  return found.flatMap((one) => {
    const last = Math.max(one.end, one.fix?.end ?? 0);
    if (last <= start && !(last === start && end > start)) return [one];
    if (Math.min(one.start, one.fix?.start ?? one.start) < end) return [];
    const fix = one.fix && { ...one.fix, start: one.fix.start + by, end: one.fix.end + by };
    return [{ ...one, start: one.start + by, end: one.end + by, fix }];
  });
}

/** List the warnings; those that were there stay as they are, so that only new ones are read out. */
function tell(list: HTMLElement, found: Warned[], mend: (one: Warned) => void): void {
  const old = new Map([...list.children].map((item) => [(item as HTMLElement).dataset.said, item]));
  const items = found.map((one) => {
    const said = JSON.stringify([one.kind, one.why, one.fix?.says]);
    const kept = old.get(said);
    old.delete(said);
    const item = (kept ?? drawn(one)) as HTMLElement;
    item.dataset.said = said;
    const button = item.querySelector<HTMLButtonElement>("button");
    if (button) button.onclick = () => mend(one);
    return item;
  });
  for (const gone of old.values()) gone.remove();
  if (items.some((item, n) => list.children[n] !== item) || list.children.length !== items.length) {
    list.replaceChildren(...items);
  }
  list.hidden = !items.length;
}

/** Leave the text to where the focus was: the key would be typed into it the next time. */
function giveBack(from: HTMLElement | null): void {
  (document.activeElement as HTMLElement | null)?.blur();
  if (from?.isConnected) from.focus();
}

function drawn(one: Warned): HTMLElement {
  const item = document.createElement("p");
  const title = document.createElement("b");
  title.textContent = `${one.title}.`;
  item.append(title, ` ${one.why} `);
  if (one.fix) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "small";
    button.append(document.createElement("kbd"), ` ${one.fix.says}`);
    item.append(button);
  }
  return item;
}
