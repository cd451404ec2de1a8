/** The list of updates: finding in it, also after it was renewed, and keeping the place in it. */

export function watchList(): void {
  const find = document.querySelector<HTMLInputElement>("#find");
  if (!find) return;
  find.closest<HTMLElement>(".find")!.hidden = false;
  find.addEventListener("input", () => filter(find.value));
  find.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      find.value = "";
      filter("");
    }
  });
  const here = document.querySelector<HTMLAnchorElement>(".updates a[aria-current]")?.pathname;
  let focused: string | undefined;
  document.addEventListener("htmx:beforeSwap", () => {
    const active = document.activeElement?.closest<HTMLAnchorElement>(".updates a");
    focused = active?.pathname;
  });
  document.addEventListener("htmx:afterSwap", () => {
    filter(find.value);
    for (const link of document.querySelectorAll<HTMLAnchorElement>(".updates a")) {
      if (link.pathname === here) {
        link.setAttribute("aria-current", "true");
        link.parentElement?.classList.add("on");
      }
      if (focused && link.pathname === focused) link.focus();
    }
    focused = undefined;
  });
}

function filter(words: string): void {
  const wanted = words.trim().toLocaleLowerCase().split(/\s+/);
  for (const item of document.querySelectorAll<HTMLElement>(".updates [data-find]")) {
    const text = (item.dataset.find ?? "").toLocaleLowerCase();
    item.hidden = !wanted.every((word) => text.includes(word));
  }
}
