/** The column's incidents by area, as `map.geojson` has them. */

export interface Incident {
  title: string;
  /** Of the place, as short as it goes. */
  name: string;
  path: string;
  place: string;
  level: string;
  radius_m: number;
  disputed: boolean;
  start: string | null;
  end: string | null;
  when: string;
  tolls: string;
  origins: string;
  /** Longitude and latitude of its area's middle, in degrees. */
  at: [number, number];
}

export interface Area {
  at: [number, number];
  radius_m: number;
  name: string;
  place: string;
  disputed: boolean;
  incidents: Incident[];
}

interface File {
  features: { geometry: { coordinates: [number, number] }; properties: Omit<Incident, "at"> }[];
}

/** A circle as wide as a country would say nothing and hide all. */
const TOO_WIDE = new Set(["country", "region"]);

export const METRES_A_DEGREE = 111_195;
const CORNERS = 64;

const PATIENCE = 20_000;

export async function load(address: string): Promise<Incident[][]> {
  const answer = await fetch(address, { cache: "no-cache", signal: AbortSignal.timeout(PATIENCE) });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const file = (await answer.json()) as File;
  const found = new Map<string, Incident[]>();
  for (const { geometry, properties } of file.features) {
    if (TOO_WIDE.has(properties.level)) continue;
    const key = `${geometry.coordinates.join()} ${properties.radius_m}`;
    found.set(key, [...(found.get(key) ?? []), { ...properties, at: geometry.coordinates }]);
  }
  return [...found.values()];
}

/** The areas of what happened until a day; what has no date is always among it. */
export function until(groups: Incident[][], day: string): Area[] {
  const shown = groups.map((group) => group.filter((one) => !began(one) || began(one)! <= day));
  return shown
    .filter((group) => group.length)
    .map((incidents) => ({
      at: incidents[0].at,
      radius_m: incidents[0].radius_m,
      name: incidents[0].name,
      place: incidents[0].place,
      disputed: incidents.some((one) => one.disputed),
      incidents,
    }));
}

export const began = (one: Incident): string | null => one.start ?? one.end;

/** The outline of a circle on the globe, as a closed ring. */
export function ring({ at: [lon, lat], radius_m }: Area): [number, number][] {
  const tall = radius_m / METRES_A_DEGREE;
  const wide = tall / Math.max(0.05, Math.cos((lat * Math.PI) / 180));
  return Array.from({ length: CORNERS + 1 }, (_, corner) => {
    const turn = (corner / CORNERS) * 2 * Math.PI;
    return [lon + wide * Math.cos(turn), Math.max(-89, Math.min(89, lat + tall * Math.sin(turn)))];
  });
}

/** West, south, east and north of all of them, as a map takes its bounds. */
export function bounds(areas: Area[]): [[number, number], [number, number]] {
  const corners = areas.flatMap(ring);
  const lons = corners.map(([lon]) => lon);
  const lats = corners.map(([, lat]) => lat);
  return [
    [Math.min(...lons), Math.min(...lats)],
    [Math.max(...lons), Math.max(...lats)],
  ];
}
