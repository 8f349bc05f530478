import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { availabilityDoc } from './availability';
import { galleryDoc } from './gallery';
import { gatewaysDoc } from './gateways';
import { helmMiExamplesDoc } from './helm-mi-examples';
import { reachabilityDoc } from './reachability';
import { releasesDoc } from './releases';
import { routesDoc } from './routes';
import { drawn, signalsDoc } from './signals';
import { upgradingDoc } from './upgrading';

// Writes the documents that are made from the sources.
for (const [name, text] of Object.entries({
  'availability.md': availabilityDoc(),
  'gallery.md': galleryDoc(),
  'gateways.md': gatewaysDoc(),
  'helm-mi-examples.md': helmMiExamplesDoc(),
  'reachability.md': reachabilityDoc(),
  'releases.md': releasesDoc(),
  'routes.md': routesDoc(),
  'signals.md': signalsDoc(readFileSync(join(__dirname, 'signals.md'), 'utf8')),
  'mi-fleet.svg': drawn('mi-fleet'),
  'mi-tenant.svg': drawn('mi-tenant'),
  'upgrading.md': upgradingDoc(),
})) {
  writeFileSync(join(__dirname, name), text);
}
