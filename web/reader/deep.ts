/** Leads a link to an update that left page one to the numbered page where it stands for good. */

import { revealFor } from "./arrivals";
import { homeOf, kind, part, span } from "./page";

export function followAnchor(): void {
  const number = Number(/^#u(\d+)$/.exec(location.hash)?.[1] ?? 0);
  if (!number) return;
  const id = `u${number}`;
  if (part(id)) revealFor(id);
  else if (kind === "index" && number < span().lowest) location.replace(homeOf(number));
}
