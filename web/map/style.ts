/** The map's look in the page's own colours, light or dark: ink on paper, hatched where disputed. */

import type { FeatureCollection } from "geojson";
import type { Map as Chart, StyleSpecification } from "maplibre-gl";

import { ring, type Area } from "./areas";

const HATCH = "hatch";
const STEP = 16;

/** Land at 1:50,000,000 has no more detail than this zoom shows: few tiles, cut once. */
const LAND_DETAIL = 4;

const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export const dark = matchMedia("(prefers-color-scheme: dark)");

export function style(land: FeatureCollection, areas: Area[]): StyleSpecification {
  const [ink, paper, line, water] = ["--ink", "--paper", "--line", "--water"].map(colour);
  const outline = { "line-color": ink, "line-width": 1.4 };
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: land, tolerance: 0.1, maxzoom: LAND_DETAIL },
      areas: { type: "geojson", data: outlines(areas) },
    },
    layers: [
      { id: "water", type: "background", paint: { "background-color": water } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": paper, "fill-outline-color": line } },
      {
        id: "areas",
        type: "fill",
        source: "areas",
        filter: ["!", ["get", "disputed"]],
        paint: { "fill-color": ink, "fill-opacity": 0.14 },
      },
      {
        id: "disputed",
        type: "fill",
        source: "areas",
        filter: ["get", "disputed"],
        paint: { "fill-pattern": HATCH },
      },
      { id: "outlines", type: "line", source: "areas", filter: ["!", ["get", "disputed"]], paint: outline },
      {
        id: "disputed outlines",
        type: "line",
        source: "areas",
        filter: ["get", "disputed"],
        paint: { ...outline, "line-dasharray": [3, 2] },
      },
    ],
  };
}

export function outlines(areas: Area[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: areas.map((area) => ({
      type: "Feature",
      properties: { disputed: area.disputed },
      geometry: { type: "Polygon", coordinates: [ring(area)] },
    })),
  };
}

/** Lines from corner to corner, drawn here: the policy of the page lets no picture in from elsewhere. */
export function hatch(chart: Chart): void {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = STEP;
  const pen = canvas.getContext("2d")!;
  pen.strokeStyle = colour("--ink");
  pen.lineWidth = 3;
  for (const shift of [-STEP, 0, STEP]) {
    pen.moveTo(shift, STEP);
    pen.lineTo(shift + STEP, 0);
  }
  pen.stroke();
  if (chart.hasImage(HATCH)) chart.removeImage(HATCH);
  chart.addImage(HATCH, pen.getImageData(0, 0, STEP, STEP), { pixelRatio: 2 });
}
