import { GATEWAY_CONTROLLERS } from '../lib/controllers';
import { ALL_GATEWAY_FEATURES, GATEWAY_FEATURES, type GatewayFeature } from '../lib/route/feature';

const HEAD = `# What each gateway can do

Written by \`npm run docs\` from what the controllers say of themselves; \`npm test\` fails when it is old. A route that
asks for what its controller cannot give is refused before a file is written, with the reason below and the controllers
that can. On nginx, \`rewriteTo\` needs \`GatewayController.nginx({ paths: 'regex' })\`.

What may stand beside what is tried for every pair, by what each controller makes of it. How long a tenant's requests may
take (\`lifecycle.requestTimeout\`) goes to every controller with the route; through \`passthrough\` nginx, Traefik and the
Gateway API bound nothing, since they see connections only, and an NLB leaves them open as long as that takes.
`;

/** The text of \`docs/gateways.md\`: a row a feature, a column a controller, a footnote a reason. */
export function gatewaysDoc(): string {
  const reasons: string[] = [];
  const row = (feature: GatewayFeature): string => {
    const cells = GATEWAY_CONTROLLERS.map(({ cannot }) => cell(cannot[feature], reasons));
    return line([`\`${feature}\``, GATEWAY_FEATURES[feature], ...cells]);
  };
  const names = GATEWAY_CONTROLLERS.map(({ name }) => name);
  const table = [
    line(['feature', 'what it is', ...names]),
    line(['---', '---', ...names.map(() => ':-:')]),
    ...ALL_GATEWAY_FEATURES.map(row),
  ];
  const notes = reasons.map((reason, index) => `[^${index + 1}]: ${sentence(reason)}`);
  return [HEAD, ...table, '', ...notes, ''].join('\n');
}

function cell(reason: string | undefined, reasons: string[]): string {
  if (reason === undefined) {
    return '✓';
  }
  if (!reasons.includes(reason)) {
    reasons.push(reason);
  }
  return `[^${reasons.indexOf(reason) + 1}]`;
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function sentence(reason: string): string {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
}
