/** Share links are plain links to the update's own page; here they share or copy that address instead. */

import { announce } from "./announce";
import { label } from "./labels";

const SAID_FOR = 2500;

type Send = (link: HTMLAnchorElement) => Promise<void>;

export function watchShare(): void {
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a.share");
    const send = sender();
    const newTab = event.ctrlKey || event.metaKey || event.shiftKey;
    if (!link || !send || newTab) return; // the link leads to the page whose address can be copied
    event.preventDefault();
    send(link).catch((error: unknown) => {
      // Closing the system's own sheet is an answer, not a failure.
      if (!(error instanceof DOMException && error.name === "AbortError")) location.assign(link.href);
    });
  });
}

/** The system's sheet where there is a finger, the clipboard where there is a mouse; neither exists everywhere. */
function sender(): Send | undefined {
  const { share, clipboard } = navigator as Partial<Navigator>;
  if (share && matchMedia("(pointer: coarse)").matches) return throughSheet;
  return clipboard && copied;
}

const throughSheet: Send = (link) =>
  navigator.share({ title: link.dataset.title || document.title, url: link.href });

async function copied(link: HTMLAnchorElement): Promise<void> {
  await navigator.clipboard.writeText(link.href);
  const words = label("copied");
  announce(words);
  const text = link.firstChild;
  const before = text?.nodeValue;
  if (!text || before === words) return;
  text.nodeValue = words;
  setTimeout(() => (text.nodeValue = before ?? ""), SAID_FOR);
}
