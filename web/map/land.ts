/** Land as Natural Earth has it (public domain, by world-atlas): polygons, no borders, no countries. */

import type { FeatureCollection } from "geojson";
import { feature } from "topojson-client";
import address from "world-atlas/land-50m.json";

export async function land(): Promise<FeatureCollection> {
  const answer = await fetch(new URL(address, import.meta.url));
  const world = (await answer.json()) as { objects: { land: unknown } };
  return feature(world, world.objects.land);
}
