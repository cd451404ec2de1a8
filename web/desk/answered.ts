/** What the server says of a decision about a claim, wherever one has gone meanwhile. */

import { isFree, nextAfter } from "./listed";
import { wordsIn } from "./refused";
import { AWAY, complainOf, say } from "./saying";

interface Sent {
  elt: HTMLElement;
  target: HTMLElement;
  xhr: XMLHttpRequest;
}
const LONGEST = 60;

export function hearAnswers(): void {
  on("htmx:beforeRequest", ({ target, xhr }) => {
    if (!target.matches(".claim")) return;
    // htmx tells nothing of what belonged to a report that is no longer shown.
    xhr.addEventListener("readystatechange", () => {
      if (xhr.readyState === XMLHttpRequest.DONE && !target.isConnected) hearFromAfar(target, xhr);
    });
  });
  // Once it has settled: until then htmx gives the focus back to where it was.
  on("htmx:afterSettle", ({ target }) => goOn(target.id));
  for (const trouble of ["htmx:responseError", "htmx:sendError"]) on(trouble, complain);
}

function on(name: string, hear: (sent: Sent) => void): void {
  document.addEventListener(name, (event) => hear((event as CustomEvent<Sent>).detail));
}

/**
 * Say aloud what was done, and go on to the next claim that waits. The focus is taken from nothing:
 * whoever has gone on may be about to press the key for another claim, or be writing.
 */
function goOn(id: string): void {
  const done = document.getElementById(id);
  if (!done?.matches(".claim")) return;
  const here = isFree(done);
  const refused = done.querySelector<HTMLElement>("[role=alert]");
  if (refused) return here ? refused.focus() : complainOf(named(done, refused.textContent!));
  const said = done.dataset.said ?? "";
  say(here || !said ? said : named(done, said));
  if (here) ("goesOn" in done.dataset ? (nextAfter(done) ?? done) : done).focus();
}

function named(claim: HTMLElement, words: string): string {
  const quote = claim.querySelector("blockquote")?.textContent?.trim() ?? "";
  return `“${quote.length > LONGEST ? `${quote.slice(0, LONGEST)}…` : quote}”: ${words.trim()}`;
}

function whyNot(xhr: XMLHttpRequest): string {
  const type = xhr.getResponseHeader("Content-Type") ?? "";
  return xhr.status ? wordsIn(xhr.responseText, type, xhr.status) : AWAY;
}

/** Say why a form was not done; a list that could not renew itself tries again by itself. */
function complain({ elt, target, xhr }: Sent): void {
  if (elt.tagName !== "FORM") return;
  const why = whyNot(xhr);
  delete elt.dataset.sent;
  if (!target.matches(".claim")) return complainOf(why);
  const here = target.contains(document.activeElement);
  remember(target, why);
  complainOf(here ? why : named(target, why));
}

/** Leave it at the claim too: the next answer has the line above the list. */
function remember(claim: HTMLElement, why: string): void {
  claim.querySelector(":scope > .notice")?.remove();
  const notice = document.createElement("p");
  notice.className = "notice";
  notice.setAttribute("role", "alert");
  notice.textContent = `Not done. ${why}`;
  claim.querySelector(":scope > .acts")?.before(notice);
}

function hearFromAfar(claim: HTMLElement, xhr: XMLHttpRequest): void {
  if (!xhr.status || xhr.status >= 400) complainOf(named(claim, whyNot(xhr)));
  // It may be shown again by now, as it was before.
  document.body.dispatchEvent(new CustomEvent("claims-changed"));
}
