import { bytes, cores } from '../review/quantity';
import type { TenantOnMap, UnitOnMap } from './fleet-map';
import type { AddressOf, Declared } from './map-html';

/** A fleet as Markdown: a diagram and a table for each unit. */
export function mapMarkdown(
  title: string,
  units: readonly UnitOnMap[],
  declared: Declared,
  addressOf: AddressOf,
): string {
  return [`# ${cell(title)}\n`, ...units.map((unit) => unitText(unit, declared, addressOf))].join('\n');
}

function unitText({ unit, namespace, contact, tenants }: UnitOnMap, declared: Declared, addressOf: AddressOf): string {
  const rows = tenants.map((tenant) => {
    const { place } = tenant;
    const source = declared(tenant);
    const lines = [place, ...(source === undefined ? [] : [source])].map(
      (one) => `[${one.file}:${one.line}](${encodeURI(addressOf(one))}#L${one.line})`,
    );
    const { least, most, cpu, memory, version, base } = tenant;
    const pods = least === most ? `${least}` : `${least} to ${most}`;
    return `| ${[cell(tenant.tenant), cell(version), cell(base), pods, `${cores(cpu)} CPU, ${bytes(memory)}`, lines.join(' ')].join(' | ')} |`;
  });
  return `## ${cell(unit)}

Namespace ${cell(namespace)}. ${cell(contact)}

\`\`\`mermaid
${diagram(tenants)}
\`\`\`

| tenant | version | base | pods | a pod | lines |
|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

/** Who leads where: hosts to tenants, tenants to volumes and to what their policies let them ask. */
function diagram(tenants: readonly TenantOnMap[]): string {
  const ids = new Map<string, string>();
  const node = (name: string, open: string, close: string): string => {
    const known = ids.get(name);
    const id = known ?? `n${ids.size}`;
    ids.set(name, id);
    return known === undefined ? `${id}${open}"${label(name)}"${close}` : id;
  };
  const arrows = tenants.flatMap(({ tenant, routes, volumes, ways }) => [
    `  ${node(tenant, '[', ']')}`,
    ...routes.map((route) => `  ${node(route, '([', '])')} --> ${node(tenant, '[', ']')}`),
    ...volumes.map((volume) => `  ${node(tenant, '[', ']')} --- ${node(volume.replace(/ at .*/, ''), '[(', ')]')}`),
    ...ways
      .filter((way) => way.startsWith('to '))
      .map((way) => `  ${node(tenant, '[', ']')} -.-> ${node(way.slice(3), '>', ']')}`),
  ]);
  return ['flowchart LR', ...arrows].join('\n');
}

/** Text in quotes of Mermaid. */
function label(name: string): string {
  return name.replace(/["#;<>]/g, (sign) => `#${sign.charCodeAt(0)};`);
}

/** Text in a cell of a table. */
function cell(text: string): string {
  return text.replace(/[\\|`*_<>[\]#]/g, '\\$&').replace(/\s+/g, ' ');
}
