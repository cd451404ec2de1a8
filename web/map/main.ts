/** The map beside the updates. It is loaded when a reader comes to it or asks, and follows what they follow. */

import { GeoJSONSource, Map as Chart, NavigationControl, setWorkerUrl } from "maplibre-gl";

import { bounds, load, until, type Area, type Incident } from "./areas";
import { days } from "./days";
import { land } from "./land";
import { name, thin } from "./names";
import { dark, hatch, outlines, style } from "./style";

/** Room for the names, in pixels. */
const PADDING = { top: 25, right: 85, bottom: 45, left: 50 };
const CLOSEST = 9;

/** A renewal that fails is tried again, then less often: words that were taken out must not stay. */
const AGAIN = 2000;
const LONGEST = 60_000;

/** Draws the map into `#map`; returns what renews it when the page learns of a change. */
export async function open(block: HTMLElement): Promise<() => Promise<void>> {
  const { file = "", root = "", worker = "" } = block.dataset;
  const labels = JSON.parse(block.dataset.labels ?? "{}") as Record<string, string>;
  setWorkerUrl(new URL(worker, document.baseURI).href);
  const [ground, first] = await Promise.all([land(), load(file)]);
  let groups: Incident[][] = first;
  const slider = days(labels, () => show());
  slider.renew(groups);
  const shown = (): Area[] => until(groups, slider.day());
  const canvas = document.createElement("div");
  canvas.className = "map-canvas";
  const note = document.createElement("p");
  note.className = "dateline";
  note.textContent = `${labels.note} ${labels.land}`;
  block.replaceChildren(canvas, slider.element, note);

  const chart = new Chart({
    container: canvas,
    style: style(ground, shown()),
    bounds: bounds(shown()),
    fitBoundsOptions: { padding: PADDING, maxZoom: CLOSEST },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    cooperativeGestures: matchMedia("(pointer: coarse)").matches,
    locale: {
      "Map.Title": labels.map,
      "NavigationControl.ZoomIn": labels.in,
      "NavigationControl.ZoomOut": labels.out,
      "CooperativeGesturesHandler.MobileHelpText": labels.two,
      "Popup.Close": labels.close,
    },
  });
  chart.touchZoomRotate.disableRotation();
  chart.keyboard.disableRotation();
  chart.addControl(new NavigationControl({ showCompass: false }));
  chart.on("moveend", () => thin(chart));
  chart.on("style.load", () => hatch(chart));

  function show(): void {
    (chart.getSource("areas") as GeoJSONSource | undefined)?.setData(outlines(shown()));
    name(chart, shown(), root, labels.disputed);
  }

  dark.addEventListener("change", () => chart.setStyle(style(ground, shown())));
  await new Promise((done) => chart.once("load", done));
  show();

  let asked = 0;
  let again = 0;
  async function renew(wait = AGAIN): Promise<void> {
    const mine = ++asked;
    clearTimeout(again);
    try {
      const found = await load(file);
      if (mine !== asked) return; // an older answer that came late
      groups = found;
      slider.renew(groups);
      show();
    } catch {
      if (mine === asked && block.isConnected) again = window.setTimeout(() => void renew(Math.min(wait * 2, LONGEST)), wait);
    }
  }
  return () => renew();
}
