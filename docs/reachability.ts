import { reachability } from '../lib';
import { fleet } from '../main';

const HEAD = `# Who may talk to whom

Written by \`npm run docs\` from [main.ts](../main.ts); \`npm test\` fails when it is old. In a repository of one's own: \`reachability(fleet)\`.

Each line is a way that [the network policies](network.md) leave open, and what declares it. All else is shut.
`;

/** The text of `docs/reachability.md`: the ways that `main.ts` declares. */
export function reachabilityDoc(): string {
  return `${HEAD}\n${reachability(fleet)}`;
}
