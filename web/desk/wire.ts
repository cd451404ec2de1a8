/** The wire keeps its place while its rows are renewed, and misses nothing while it is searched. */

interface Asked {
  elt: HTMLElement;
  target: HTMLElement;
}

export function keepWire(): void {
  let open: string[] = [];
  document.addEventListener("htmx:beforeSwap", () => {
    const folds = document.querySelectorAll<HTMLDetailsElement>("#wire details[open][id]");
    open = [...folds].map((fold) => fold.id);
  });
  document.addEventListener("htmx:afterSwap", () => {
    for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  });
  renewOvertaken();
}

/** What a search found before the rows were renewed may replace them after: they are renewed again. */
function renewOvertaken(): void {
  let renewals = 0;
  let before = 0;
  document.addEventListener("htmx:beforeRequest", (event) => {
    const { elt, target } = (event as CustomEvent<Asked>).detail;
    if (elt.id === "wire-new") renewals += 1;
    else if (target.id === "wire-all") before = renewals;
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if ((event as CustomEvent<Asked>).detail.target.id !== "wire-all" || renewals === before) return;
    document.body.dispatchEvent(new CustomEvent("wire-changed"));
  });
}
