/** What comes without types. Files of data are bundled as addresses. */

declare module "maplibre-gl/dist/maplibre-gl-worker.mjs";

declare module "topojson-client" {
  import type { FeatureCollection, MultiPolygon } from "geojson";

  export function feature(topology: unknown, object: unknown): FeatureCollection<MultiPolygon>;
}

declare module "world-atlas/land-50m.json" {
  const address: string;
  export default address;
}
