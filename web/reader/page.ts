/** What the page says about itself, and the few places in it that the script may change. */

export type Kind = "index" | "page" | "update" | "embed";

const data = document.body.dataset;

export const kind = (data.page ?? "") as Kind;

/** The relative way to the blog's folder; empty on page one, which stands in it. */
export const blog = data.blog ?? "";

export const language = document.documentElement.lang || "en";

/** The revision that the page shows now. */
export const now = { rev: Number(data.rev ?? 0), state: data.state ?? "live" };

const PER_PAGE = 40;

/** The place for good of an update that left page one. */
export const homeOf = (number: number): string => `${blog}page/${Math.ceil(number / PER_PAGE)}/#u${number}`;

export const part = (id: string): HTMLElement | null => document.getElementById(id);

export const entries = part("entries");

export function articles(): HTMLElement[] {
  return entries ? [...entries.querySelectorAll<HTMLElement>(":scope > .entry")] : [];
}

export const numberOf = (article: Element): number => Number(article.getAttribute("data-number"));

/** The lowest and the highest update on the page; 0 where it shows none. */
export function span(): { lowest: number; highest: number } {
  const numbers = articles().map(numberOf);
  return numbers.length ? { lowest: Math.min(...numbers), highest: Math.max(...numbers) } : { lowest: 0, highest: 0 };
}

/** White space between articles says nothing; without it an old page and a fresh one are the same to the letter. */
export function tidy(): void {
  for (const node of [...(entries?.childNodes ?? [])]) if (node.nodeType === Node.TEXT_NODE) node.remove();
}

export function movedTo(rev: number, state: string): void {
  now.rev = rev;
  now.state = state;
  data.rev = String(rev);
  data.state = state;
}
