/** The wire keeps its place while its rows are renewed: near-copies that were opened stay open. */

export function keepWire(): void {
  let open: string[] = [];
  document.addEventListener("htmx:beforeSwap", () => {
    const folds = document.querySelectorAll<HTMLDetailsElement>("#wire details[open][id]");
    open = [...folds].map((fold) => fold.id);
  });
  document.addEventListener("htmx:afterSwap", () => {
    for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  });
}
