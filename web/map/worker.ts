/** What draws the map beside the page's own thread; a file of ours, since the page's policy allows no other. */

import * as drawing from "maplibre-gl/dist/maplibre-gl-worker.mjs";

// Named, for the library calls itself free of side effects: a bare import would leave nothing of it.
Object.assign(self, { drawing });
