import { bytes, cores } from '../review/quantity';
import { time } from '../review/words';
import type { Place, TenantOnMap, UnitOnMap } from './fleet-map';
import { MAP_SCRIPT, MAP_STYLE } from './map-page';

/** Where a tenant is declared in the sources, if it is known. */
export type Declared = (tenant: TenantOnMap) => Place | undefined;

/** Where a link to a file leads, from where the page lies. */
export type AddressOf = (place: Place) => string;

/** A fleet as one page that asks for nothing beside itself. */
export function mapHtml(title: string, units: readonly UnitOnMap[], declared: Declared, addressOf: AddressOf): string {
  const tenants = units.flatMap((unit) => unit.tenants);
  const sum = (of: (tenant: TenantOnMap) => number) => tenants.reduce((total, tenant) => total + of(tenant), 0);
  const facts: ReadonlyArray<readonly [string, string]> = [
    ['units', `${units.length}`],
    ['tenants', `${tenants.length}`],
    [
      'pods',
      range(
        sum(({ least }) => least),
        sum(({ most }) => most),
      ),
    ],
    ['CPU requested', cores(sum(({ least, cpu }) => least * cpu))],
    ['memory requested', bytes(sum(({ least, memory }) => least * memory))],
    ['hosts and paths', `${new Set(tenants.flatMap(({ routes }) => routes)).size}`],
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${text(title)}</title>
<style>${MAP_STYLE}</style>
</head>
<body>
<a class="skip" href="#units">Skip to the units</a>
<header>
<h1>${text(title)}</h1>
<dl class="facts">${facts.map(([name, value]) => `<div><dt>${name}</dt><dd>${text(value)}</dd></div>`).join('')}</dl>
<search><label for="find">Find a unit, tenant, host, image, volume or Secret</label>
<input id="find" type="search" autocomplete="off" spellcheck="false" aria-describedby="count">
<p id="count" role="status" aria-live="polite"></p></search>
</header>
<main>
<section aria-labelledby="bases"><details><summary><h2 id="bases">Bases</h2></summary>${basesTable(tenants)}</details></section>
<section aria-labelledby="units"><h2 id="units" tabindex="-1">Units</h2>
${units.map((unit) => unitSection(unit, declared, addressOf)).join('\n')}
</section>
</main>
<script>${MAP_SCRIPT}</script>
</body>
</html>
`;
}

function basesTable(tenants: readonly TenantOnMap[]): string {
  const bases = new Map<string, TenantOnMap[]>();
  for (const tenant of tenants) {
    bases.set(tenant.base, [...(bases.get(tenant.base) ?? []), tenant]);
  }
  const rows = [...bases].sort().map(([base, all]) => {
    const pods = all.reduce((total, { least }) => total + least, 0);
    return `<tr><th scope="row">${text(base || '(not in the tag)')}</th><td>${all.length}</td><td>${pods}</td></tr>`;
  });
  return `<div class="wide"><table><thead><tr><th scope="col">Base</th><th scope="col">Tenants</th><th scope="col">Pods</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function unitSection(
  { unit, namespace, contact, quota, tenants }: UnitOnMap,
  declared: Declared,
  addressOf: AddressOf,
): string {
  // Counts of objects are the same everywhere, and far off.
  const bounds = Object.entries(quota).filter(([name]) => !name.startsWith('count/'));
  const quotas = bounds.map(([name, hard]) => `${name} ${hard}`);
  const about = [`namespace ${namespace}`, contact, ...(quotas.length === 0 ? [] : [`quota: ${quotas.join(', ')}`])];
  const count = `${tenants.length} ${tenants.length === 1 ? 'tenant' : 'tenants'}`;
  return `<details class="unit" open><summary><h3>${text(unit)}</h3> <span>${count}</span></summary>
<p>${about.map(text).join(' · ')}</p>
<div class="wide"><table><caption class="hidden">Tenants of ${text(unit)}</caption>
<thead><tr>${COLUMNS.map((column) => `<th scope="col">${column}</th>`).join('')}</tr></thead>
<tbody>${tenants.map((tenant) => tenantRow(tenant, declared(tenant), addressOf)).join('\n')}</tbody></table></div></details>`;
}

const COLUMNS = [
  'Tenant',
  'Image',
  'Pods',
  'A pod',
  'Asked from outside',
  'Volumes',
  'Probes, stop, drain',
  'Network, Secrets',
  'Lines',
];

function tenantRow(tenant: TenantOnMap, source: Place | undefined, addressOf: AddressOf): string {
  const { kind, version, base, least, most, cpu, cpuLimit, memory, probes, budget, graceSeconds, place } = tenant;
  const lines = [place, ...(source === undefined ? [] : [source])].map((one) => placeLink(one, addressOf(one)));
  const cells: ReadonlyArray<readonly string[]> = [
    [text(version), ...(base === '' ? [] : [`<small>base ${text(base)}</small>`])],
    [`${range(least, most)} ${most === 1 ? 'pod' : 'pods'}${bar(least, most)}`, `<small>${text(kind)}</small>`],
    [`${cores(cpu)} to ${cores(cpuLimit)} CPU`, bytes(memory)],
    tenant.routes.map(text),
    tenant.volumes.map(text),
    [
      ...probes.map(text),
      `stops in ${time(graceSeconds)}`,
      ...(budget === '' ? [] : [`a drain takes ${text(budget)} at once`]),
    ],
    [...tenant.ways.map(text), ...tenant.secrets.map((secret) => `Secret ${text(secret)}`)],
    lines,
  ];
  return `<tr><th scope="row">${text(tenant.tenant)}</th>${cells.map(cell).join('')}</tr>`;
}

function cell(parts: readonly string[]): string {
  return `<td>${parts.length === 0 ? '<span class="hidden">none</span>' : parts.map((part) => `<div>${part}</div>`).join('')}</td>`;
}

/** A link that a browser opens beside the page, and an editor by its line. */
function placeLink({ file, line }: Place, address: string): string {
  return `<a href="${encodeURI(address)}#L${line}">${text(file)}:${line}</a>`;
}

/** How far a tenant may scale, at a glance; the numbers beside it say it to a screen reader. */
function bar(least: number, most: number): string {
  const part = most === 0 ? 0 : Math.round((100 * least) / most);
  return least === most ? '' : `<span class="bar" aria-hidden="true"><span style="width:${part}%"></span></span>`;
}

function range(least: number, most: number): string {
  return least === most ? `${least}` : `${least} to ${most}`;
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that can be no mark-up. */
function text(value: string): string {
  return value.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}
