/** Each area's name on the map: a button that opens what happened there. Names that would overlap wait, unread. */

import { Marker, Popup, type Map as Chart } from "maplibre-gl";

import type { Area, Incident } from "./areas";

const MARGIN = 4;

interface Name {
  area: Area;
  marker: Marker;
}

let names: Name[] = [];

export function name(chart: Chart, areas: Area[], root: string, disputed: string): void {
  for (const { marker } of names) marker.remove();
  names = areas.map((area) => {
    const marker = new Marker({ element: button(area, disputed), anchor: "center" });
    marker.setLngLat(area.at).setPopup(popup(area, root)).addTo(chart);
    return { area, marker };
  });
  thin();
}

function button(area: Area, disputed: string): HTMLElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "map-name";
  const words = document.createElement("span");
  words.dir = "auto";
  words.textContent = area.name + (area.incidents.length > 1 ? ` (${area.incidents.length})` : "");
  made.append(words);
  made.title = area.disputed ? `${area.place}: ${disputed}` : area.place;
  return made;
}

function popup(area: Area, root: string): Popup {
  const list = document.createElement("ul");
  list.dir = document.documentElement.dir; // the map around it counts from the left
  list.append(...area.incidents.map((one) => item(one, root)));
  return new Popup({ maxWidth: "17rem", closeButton: false, focusAfterOpen: true }).setDOMContent(list);
}

function item(one: Incident, root: string): HTMLElement {
  const made = document.createElement("li");
  const link = document.createElement("a");
  link.href = root + one.path;
  link.dir = "auto";
  link.textContent = one.title;
  const more = document.createElement("span");
  more.className = "dateline";
  more.textContent = [one.when, one.tolls, one.origins].filter(Boolean).join(" · ");
  made.append(link, " ", more);
  return made;
}

/** Shows what names there is room for, those with the most first; the others stay buttons without words. */
export function thin(): void {
  const taken: DOMRect[] = [];
  for (const { marker } of [...names].sort((one, other) => other.area.incidents.length - one.area.incidents.length)) {
    const element = marker.getElement();
    element.classList.remove("quiet");
    const words = element.firstElementChild!.getBoundingClientRect();
    const crowded = taken.some((other) => overlap(words, other));
    element.classList.toggle("quiet", crowded);
    if (!crowded) taken.push(words);
  }
}

const overlap = (one: DOMRect, other: DOMRect): boolean =>
  one.left < other.right + MARGIN &&
  other.left < one.right + MARGIN &&
  one.top < other.bottom + MARGIN &&
  other.top < one.bottom + MARGIN;
