/** Each area's name on the map: a button that opens what happened there. Names that would overlap wait, unread. */

import { Marker, Popup, type Map as Chart } from "maplibre-gl";

import { METRES_A_DEGREE, type Area, type Incident } from "./areas";

const MARGIN = 2;
const SIDES = ["below", "above", "right", "left"];

type Box = Pick<DOMRect, "left" | "right" | "top" | "bottom">;

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
  thin(chart);
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

/**
 * Shows what names there is room for, those with the most first, each on a side where it lies on no other area's
 * circle: it would seem to be that one's. The others stay buttons without words.
 */
export function thin(chart: Chart): void {
  const taken: Box[] = [];
  const circles = new Map(names.map(({ area, marker }) => [marker, circle(chart, area, marker)]));
  for (const { marker } of [...names].sort((one, other) => other.area.incidents.length - one.area.incidents.length)) {
    const element = marker.getElement();
    const others = [...circles].filter(([one]) => one !== marker).map(([, box]) => box);
    const free = SIDES.find((side) => {
      element.dataset.side = side;
      const words = element.firstElementChild!.getBoundingClientRect();
      return ![...taken, ...others].some((box) => overlap(words, box));
    });
    element.classList.toggle("quiet", !free);
    if (free) taken.push(element.firstElementChild!.getBoundingClientRect());
  }
}

/** The box of an area's circle, where it stands on the page. */
function circle(chart: Chart, area: Area, marker: Marker): Box {
  const button = marker.getElement().getBoundingClientRect();
  const [x, y] = [(button.left + button.right) / 2, (button.top + button.bottom) / 2];
  const [lon, lat] = area.at;
  const edge = chart.project([lon, lat + area.radius_m / METRES_A_DEGREE]);
  const radius = Math.abs(chart.project([lon, lat]).y - edge.y);
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right + MARGIN &&
  other.left < one.right + MARGIN &&
  one.top < other.bottom + MARGIN &&
  other.top < one.bottom + MARGIN;
