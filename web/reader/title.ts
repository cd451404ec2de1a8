/** The window's title: how much is new, and the blog's headline when it is changed. */
import { number } from "./labels";
import { onIndex } from "./page";

let title = document.title;
let headline = heading()?.textContent ?? "";
let waiting = 0;

export function countInTitle(n: number): void {
  waiting = n;
  show();
}

export function renameBlog(name: string): void {
  if (!name || name === headline) return;
  // A function, since `$&` in a headline would mean something in a string.
  if (headline) title = title.replace(headline, () => name);
  headline = name;
  const link = heading();
  if (link && !onIndex) link.textContent = name; // on page one the masthead brings it
  show();
}

function heading(): Element | null {
  return document.querySelector("h1 > a, h1");
}

function show(): void {
  document.title = waiting ? `(${number(waiting)}) ${title}` : title;
}
