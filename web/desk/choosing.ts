/** What is selected in a kept text goes into a form: into the part that is mended, else into a new claim. */

let mended: HTMLInputElement | HTMLTextAreaElement | null = null;

export function chooseFromText(): void {
  document.addEventListener("selectionchange", chooseWords);
  document.addEventListener("input", forgetWhere);
  document.addEventListener("focusin", noteField);
}

/** The field of a claim's open form that was in last: what it holds are words of the text. */
function noteField(event: Event): void {
  const at = event.target as HTMLInputElement;
  if (at.matches(".slot form :is([name=quote], [name$=_words])")) mended = at;
}

/** What is selected in the kept text, if anything is. */
function selected(): Range | null {
  const selection = document.getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
  const text = document.querySelector("[data-choose]");
  return range && !range.collapsed && text?.contains(range.commonAncestorContainer) ? range : null;
}

function chooseWords(): void {
  const range = selected();
  const form = document.querySelector<HTMLFormElement>("#choose");
  if (!range || !form) return;
  if (mended?.isConnected) mendWith(mended, range.toString());
  else take(range, form);
}

/** What is selected in the text goes into the field, with where it stands. */
function take(range: Range, form: HTMLFormElement): void {
  const before = document.createRange();
  before.setStart(document.querySelector("[data-choose]")!, 0);
  before.setEnd(range.startContainer, range.startOffset);
  field(form, "quote").value = range.toString();
  // Browsers count UTF-16; the text is counted in code points.
  field(form, "near").value = String([...before.toString()].length);
}

function mendWith(part: HTMLInputElement | HTMLTextAreaElement, words: string): void {
  part.value = words.replace(/\s+/g, " ");
  part.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Words that were typed stand wherever they stand. */
function forgetWhere(event: Event): void {
  const typed = event.target as HTMLInputElement;
  if (typed.name === "quote" && typed.form?.id === "choose") field(typed.form, "near").value = "";
}

function field(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.querySelector<HTMLInputElement>(`[name=${name}]`)!;
}

export function makeOne(): void {
  const form = document.querySelector<HTMLFormElement>("#choose");
  if (!form) return;
  const quote = field(form, "quote");
  const typed = quote.value.trim() && !field(form, "near").value;
  const range = selected();
  // A key may come before its selection is told of: browsers put input first.
  if (range && !typed && !mended?.isConnected) take(range, form);
  if (quote.value.trim()) form.requestSubmit();
  else quote.focus();
}
