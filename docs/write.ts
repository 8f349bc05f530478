import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { availabilityDoc } from './availability';
import { gatewaysDoc } from './gateways';
import { routesDoc } from './routes';

// Writes the documents that are made from the sources.
for (const [name, text] of Object.entries({
  'availability.md': availabilityDoc(),
  'gateways.md': gatewaysDoc(),
  'routes.md': routesDoc(),
})) {
  writeFileSync(join(__dirname, name), text);
}
