/** Who is at the desk and who holds what: told in the bar, at the rows, and over the composer. */

export interface Colleague {
  name: string;
  doing: string;
  since: string;
  update?: string;
  report?: string;
}

const COUNTS = ["", "", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

export function sayPresent(bar: HTMLElement, people: Colleague[]): void {
  const count = people.length + 1;
  const words = people.map((one) => `${one.name} ${one.doing}`).join(", ");
  say(bar, people.length ? `${COUNTS[count] ?? count} at the desk: ${words}` : "");
  bar.title = people.map((one) => `${one.name} ${one.doing} since ${one.since}`).join("\n");
}

/** Mark the rows that others hold; they can be opened all the same. */
export function markHeld(people: Colleague[]): void {
  for (const row of document.querySelectorAll<HTMLElement>("li[data-update], li[data-report]")) {
    const { update, report } = row.dataset;
    const held = people.filter((one) =>
      update ? one.update === update : Boolean(report) && one.report === report,
    );
    markRow(row, held.map((one) => `${one.name} ${update ? "writes" : "reads"} this`).join(", "));
  }
  tellWriter(people);
}

function markRow(row: HTMLElement, words: string): void {
  const line = row.querySelector<HTMLElement>(":scope > a > .held-by");
  if (!words) {
    delete row.dataset.heldBy;
    line?.remove();
    return;
  }
  row.dataset.heldBy = words;
  say(line ?? lineIn(row), words);
}

function lineIn(row: HTMLElement): HTMLElement {
  const line = document.createElement("span");
  line.className = "dl held-by";
  row.querySelector(":scope > a")?.append(line);
  return line;
}

function tellWriter(people: Colleague[]): void {
  const line = document.querySelector<HTMLElement>("#held");
  const here = document.querySelector<HTMLFormElement>("#write")?.dataset.update;
  if (!line) return;
  const writing = people.filter((one) => here && one.update === here);
  const who = writing.map((one) => `${one.name} is writing this update since ${one.since}.`);
  const advice = "You can go on: where both save, both texts are shown.";
  say(line, who.length ? `${who.join(" ")} ${advice}` : "");
  line.hidden = !who.length;
}

/** Change words only where they differ: a status is read out with every change. */
function say(line: HTMLElement, words: string): void {
  if (line.textContent !== words) line.textContent = words;
}
