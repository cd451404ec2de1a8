/** What is pasted becomes a report's card, or a quotation of it, at once; its id comes when it may. */

import { insert } from "./insert";
import { renewToken } from "./once";
import { named, type Pasted, quotation, readPasted } from "./pasted";
import { lineOf, retype, standsAlone } from "./place";
import { wordsOf } from "./refused";

const SOON = 60_000; // ms in which words pasted below an address are taken for that page's
const TYPED_IN = "input, textarea, select, [contenteditable]";

/** The address that was brought in last, and the id of its report once that is known. */
interface Last {
  address: string;
  report: string;
  at: number;
}

interface Brought {
  report: string;
  words: string;
}

export function bringPasted(form: HTMLFormElement): void {
  const body = form.querySelector<HTMLTextAreaElement>("textarea[name=body]");
  const to = document.querySelector<HTMLElement>("[data-bring]")?.dataset.bring;
  if (!body || !to) return;
  const said = sayUnder(body);
  let last: Last | null = null;

  document.addEventListener("paste", (event) => {
    const elsewhere = event.target !== body;
    if (event.defaultPrevented || (elsewhere && (event.target as Element).closest?.(TYPED_IN))) return;
    const pasted = readPasted(event.clipboardData);
    if (elsewhere && pasted.address) toItsPlace(body);
    if (place(pasted, elsewhere)) event.preventDefault();
  });

  /** Put it into the text; false where the browser is to paste it as it is. */
  function place(pasted: Pasted, elsewhere: boolean): boolean {
    const { selectionStart: start, selectionEnd: end, value } = body!;
    const since = pasted.address ? -1 : follows(body!, last);
    if (since >= 0 && pasted.words) {
      body!.focus();
      retype(body!, since, end, "");
      insert(body!, quotation(last!.report || named(last!.address), pasted.words));
      return true;
    }
    if (!pasted.address || !standsAlone(value, start, end)) return false;
    if (pasted.words) insert(body!, quotation(named(pasted.address), pasted.words));
    else if (elsewhere) insert(body!, pasted.address);
    begin(pasted.address, start);
    return Boolean(pasted.words) || elsewhere;
  }

  function begin(address: string, near: number): void {
    const mine: Last = (last = { address, report: "", at: Date.now() });
    said.textContent = "Bringing it in…";
    void bring(form, to!, address).then(({ report, words }) => {
      mine.report = report;
      const card = `::card{report=${report}}`;
      said.textContent = !report || settle(body!, address, report, card, near) ? words : `${words} Its line: ${card}`;
    });
  }
}

/** Where the card or address that was brought in last begins, if the caret is right behind it. */
function follows(body: HTMLTextAreaElement, last: Last | null): number {
  if (!last || Date.now() - last.at > SOON || body.selectionStart !== body.selectionEnd) return -1;
  const before = body.value.slice(0, body.selectionStart).trimEnd();
  const start = before.lastIndexOf("\n") + 1;
  const line = before.slice(start);
  if (line !== last.address && (!last.report || line !== `::card{report=${last.report}}`)) return -1;
  return standsAlone(body.value, start, body.selectionEnd) ? start : -1;
}

/** Go to where a block may stand: where the caret was, or else at the end. */
function toItsPlace(body: HTMLTextAreaElement): void {
  const { selectionStart: start, selectionEnd: end, value } = body;
  body.focus();
  if (end && standsAlone(value, start, end)) return body.setSelectionRange(start, end);
  body.setSelectionRange(value.length, value.length);
  if (value && !value.endsWith("\n")) retype(body, value.length, value.length, "\n\n");
}

/** Put the report's id where its address waits for it. False where nothing does any longer. */
function settle(body: HTMLTextAreaElement, address: string, report: string, card: string, near: number): boolean {
  const line = lineOf(body.value, address, near);
  if (line >= 0) retype(body, line, line + address.length, card, true);
  const waiting = `:::quote{report=${named(address)}}`;
  const quote = lineOf(body.value, waiting, near);
  if (quote >= 0) retype(body, quote, quote + waiting.length, `:::quote{report=${report}}`, true);
  return line >= 0 || quote >= 0;
}

async function bring(form: HTMLFormElement, to: string, address: string): Promise<Brought> {
  const body = new URLSearchParams({ address, csrfmiddlewaretoken: renewToken(form) });
  // With HX-Request, whoever is signed out gets words instead of a page.
  const headers = { Accept: "application/json", "HX-Request": "true" };
  try {
    const answer = await fetch(to, { method: "POST", body, headers });
    if (!answer.headers.get("Content-Type")?.startsWith("application/json")) {
      return { report: "", words: `Not brought in. ${await wordsOf(answer)}` };
    }
    const { directive, said, refused } = await answer.json();
    const report = /report=([^}]+)/.exec(directive ?? "")?.[1] ?? "";
    return report ? { report, words: said } : { report, words: `Not brought in. ${refused}` };
  } catch {
    return { report: "", words: "Not brought in: the server cannot be reached. It is when you save." };
  }
}

/** A line under the text that screen readers say aloud. */
function sayUnder(body: HTMLTextAreaElement): HTMLElement {
  const said = document.createElement("p");
  said.className = "help";
  said.id = "brought";
  said.setAttribute("role", "status");
  body.after(said);
  return said;
}
