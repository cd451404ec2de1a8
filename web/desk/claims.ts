/** The list of claims: a key for each decision, and words of the text become a claim. */

export function walkClaims(): void {
  const list = document.querySelector<HTMLElement>("#claims");
  if (!list) return;
  document.addEventListener("keydown", press);
  document.addEventListener("focusin", showInText);
  // Once it has settled: until then htmx gives the focus back to where it was.
  document.addEventListener("htmx:afterSettle", (event) => goOn((event as CustomEvent).detail.target.id));
  for (const trouble of ["htmx:responseError", "htmx:sendError"]) {
    document.addEventListener(trouble, (event) => complain((event as CustomEvent).detail));
  }
  chooseWords();
}

function press(event: KeyboardEvent): void {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const at = event.target as HTMLElement;
  if (["INPUT", "TEXTAREA", "SELECT"].includes(at.tagName)) return;
  if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
  else if (event.key === "c") makeOne();
  else if (!act(event.key)) return;
  event.preventDefault();
}

function claims(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(".claim")];
}

function current(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>(".claim") ?? null;
}

/** Mark what the claim quotes that has the focus, and bring it into sight beside the list. */
function showInText(): void {
  const id = current()?.id.slice(2);
  if (!id) return;
  const quoted: HTMLElement[] = [];
  for (const mark of document.querySelectorAll<HTMLElement>("mark[data-claims]")) {
    const on = mark.dataset.claims!.split(" ").includes(id);
    mark.classList.toggle("on", on);
    if (on) quoted.push(mark);
  }
  if (matchMedia("(min-width: 901px)").matches) quoted[0]?.scrollIntoView({ block: "nearest" });
}

function step(by: number): void {
  const all = claims();
  const here = current();
  const from = here ? all.indexOf(here) : by > 0 ? -1 : all.length;
  all[Math.max(0, Math.min(all.length - 1, from + by))]?.focus();
}

/** Do what a key says to the claim that has the focus; its reason is asked for first. */
function act(key: string): boolean {
  const button = current()?.querySelector<HTMLElement>(`[data-act="${key}"]`);
  if (!button) return false;
  const why = button.closest("details");
  if (why && !why.open) why.open = true;
  if (why) why.querySelector<HTMLInputElement>("input:not([type=hidden])")?.focus();
  else button.click();
  return true;
}

/** Say aloud what was done; after a decision go on to the next claim that waits for one. */
function goOn(id: string): void {
  const done = document.getElementById(id);
  if (!done?.matches(".claim")) return;
  const refused = done.querySelector<HTMLElement>("[role=alert]");
  if (refused) return refused.focus();
  say(done.dataset.said ?? "");
  if (!("goesOn" in done.dataset)) return done.focus();
  const after = claims().slice(claims().indexOf(done) + 1);
  const next = after.find((one) => one.matches(".proposed"));
  (next ?? done).focus();
}

function complain({ target, xhr }: { target: HTMLElement; xhr: XMLHttpRequest }): void {
  const plain = xhr.getResponseHeader("Content-Type")?.startsWith("text/plain");
  say(`Not done. ${plain ? xhr.responseText : "The server cannot be reached. Try again."}`);
  for (const form of target.querySelectorAll<HTMLFormElement>("form")) delete form.dataset.sent;
}

function say(words: string): void {
  const said = document.querySelector<HTMLElement>("#said");
  if (!said) return;
  said.hidden = !words;
  said.textContent = words;
}

/** What is selected in the text goes into the field, with where it stands. */
function chooseWords(): void {
  const text = document.querySelector<HTMLElement>("[data-choose]");
  const form = document.querySelector<HTMLFormElement>("#choose");
  if (!text || !form) return;
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
    if (!range || range.collapsed || !text.contains(range.commonAncestorContainer)) return;
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(range.startContainer, range.startOffset);
    field(form, "quote").value = range.toString();
    // Browsers count UTF-16; the text is counted in code points.
    field(form, "near").value = String([...before.toString()].length);
  });
  field(form, "quote").addEventListener("input", () => (field(form, "near").value = ""));
}

function field(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.querySelector<HTMLInputElement>(`[name=${name}]`)!;
}

function makeOne(): void {
  const form = document.querySelector<HTMLFormElement>("#choose");
  if (!form) return;
  if (field(form, "quote").value.trim()) form.requestSubmit();
  else field(form, "quote").focus();
}
