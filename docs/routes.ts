import { routeDiagram } from '../lib/fleet/route-diagram';
import { fleet } from '../main';

const HEAD = `# The routes of the example fleet

Written by \`npm run docs\` from [main.ts](../main.ts); \`npm test\` fails when it is old.
`;

/** The text of \`docs/routes.md\`: the routes of the fleet of \`main.ts\` as a picture. */
export function routesDoc(): string {
  return `${HEAD}\n\`\`\`mermaid\n${routeDiagram(fleet)}\`\`\`\n`;
}
