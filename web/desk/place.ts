/** Where in the text a block may stand, and putting it there so that undo takes it out again. */

/** Replace a stretch of the text; the caret goes behind the new words, or stays where it was. */
export function retype(body: HTMLTextAreaElement, start: number, end: number, words: string, keep = false): void {
  const longer = start + words.length - end;
  const moved = (at: number) => (at <= start ? at : at >= end ? at + longer : start + words.length);
  const caret = [moved(body.selectionStart), moved(body.selectionEnd)];
  if (document.activeElement !== body) {
    body.setRangeText(words, start, end, keep ? "preserve" : "end");
    body.dispatchEvent(new Event("input", { bubbles: true }));
    return;
  }
  body.setSelectionRange(start, end);
  if (!document.execCommand("insertText", false, words)) {
    body.setRangeText(words, start, end, "end");
    body.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (keep) body.setSelectionRange(caret[0], caret[1]);
}

/** Whether what stands between two places fills its line, outside of quotes and code. */
export function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start).split("\n");
  const rest = text.slice(end).split("\n", 1)[0];
  if (before.pop() || rest.trim()) return false;
  let inside = "";
  for (const line of before) {
    if (inside ? closes(line, inside) : opens(line)) inside = inside ? "" : opens(line);
  }
  return !inside;
}

function opens(line: string): string {
  return /^ {0,3}(:::(?=quote)|`{3,}|~{3,})/.exec(line)?.[1] ?? "";
}

function closes(line: string, opened: string): boolean {
  const mark = line.trim();
  return mark.startsWith(opened) && mark === opened[0].repeat(mark.length);
}

/** Where some words fill a line, as near as can be to a place; else -1. */
export function lineOf(text: string, words: string, near: number): number {
  let found = -1;
  let at = 0;
  for (const line of text.split("\n")) {
    if (line.trim() === words && (found < 0 || Math.abs(at - near) < Math.abs(found - near))) {
      found = at + line.indexOf(words);
    }
    at += line.length + 1;
  }
  return found;
}
