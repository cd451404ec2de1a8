/** The slider through the days: it says its day in words, and the list follows it as the map does. */

import { began, type Incident } from "./areas";

const ALWAYS = "9999";

export interface Days {
  element: HTMLElement;
  /** The last day that is shown, as ISO 8601 has it. */
  day(): string;
  renew(groups: Incident[][]): void;
}

export function days(labels: Record<string, string>, moved: () => void): Days {
  const language = document.documentElement.lang || "en";
  const written = language === "en" ? "en-GB" : language; // the day first, as everywhere on the page
  const inWords = new Intl.DateTimeFormat(`${written}-u-nu-latn`, { dateStyle: "medium", timeZone: "UTC" });
  const slider = document.createElement("input");
  slider.type = "range";
  slider.setAttribute("aria-label", labels.days);
  const said = document.createElement("output");
  said.className = "dateline";
  const element = document.createElement("div");
  element.className = "map-days";
  element.append(slider, said);
  let known: string[] = [];

  const day = (): string => (slider.valueAsNumber < known.length - 1 ? known[slider.valueAsNumber] : ALWAYS);
  const say = (): void => {
    const shown = known[slider.valueAsNumber];
    const words = shown ? labels.until.replace("{day}", inWords.format(new Date(`${shown}T00:00Z`))) : "";
    said.textContent = words;
    slider.setAttribute("aria-valuetext", words);
    filterList(day());
  };
  slider.addEventListener("input", () => {
    say();
    moved();
  });

  return {
    element,
    day,
    renew(groups) {
      const atEnd = day() === ALWAYS;
      const kept = known[slider.valueAsNumber];
      known = everyDay(groups.flat());
      element.hidden = known.length < 2;
      slider.max = String(Math.max(0, known.length - 1));
      slider.value = atEnd ? slider.max : String(Math.max(0, known.indexOf(kept)));
      say();
    },
  };
}

/** Each day from the first to the last on which something happened. */
function everyDay(incidents: Incident[]): string[] {
  const dated = incidents.map(began).filter((one): one is string => one !== null).sort();
  if (!dated.length) return [];
  const found: string[] = [];
  const last = new Date(`${dated[dated.length - 1]}T00:00Z`);
  for (const at = new Date(`${dated[0]}T00:00Z`); at <= last; at.setUTCDate(at.getUTCDate() + 1)) {
    found.push(at.toISOString().slice(0, 10));
  }
  return found;
}

function filterList(day: string): void {
  for (const place of document.querySelectorAll<HTMLElement>("#situation .place-item")) {
    const spots = [...place.querySelectorAll<HTMLElement>("li")];
    for (const one of spots) one.hidden = (one.dataset.first ?? "") > day;
    place.hidden = spots.every((one) => one.hidden);
  }
}
