import { availability } from '../lib';
import { fleet } from '../main';

const HEAD = `# How many pods remain

Written by \`npm run docs\` from [main.ts](../main.ts); \`npm test\` fails when it is old. In a repository of one's own: \`availability(fleet)\`.

Of the pods that always run, so many are sure to be ready in an update, after a node was lost (until its pods run elsewhere: five minutes, and their start), in both, and while nodes are drained. A 0 is an outage of as long as a start takes; a singleton has one in each of these.
`;

/** The text of `docs/availability.md`: what the tenants of `main.ts` have left when something happens. */
export function availabilityDoc(): string {
  return `${HEAD}\n${availability(fleet)}`;
}
