import type { Explanation, TenantExplanation, ToldReason } from './explanation';
import type { Otherwise } from './reasons';

/** Reasons of a field that are told in its one line. */
const IN_LINE = 3;

/** Reasons of a field that are told when it is asked for; what a configuration is named by hangs on almost every prop. */
const IN_DETAIL = 12;

/** Every field that is there with what decides it, a line each, those of an object together. */
export function overview(tenant: string, { fields, ...of }: TenantExplanation): string {
  const there = fields.filter(({ isThere, path }) => isThere && path !== 'apiVersion');
  const objects = [...new Set(there.map(({ object }) => object))];
  return [
    title(tenant, of),
    ...objects.flatMap((object) => ['', object, ...there.filter((field) => field.object === object).map(lineOf(of))]),
    '',
  ].join('\n');
}

/** Some fields with all that decides each. */
export function detail(tenant: string, of: TenantExplanation, fields: readonly Explanation[]): string {
  return [title(tenant, of), ...fields.flatMap((field) => ['', ...detailOf(field, of)]), ''].join('\n');
}

type About = Pick<TenantExplanation, 'environment' | 'declared' | 'release'>;

function title(tenant: string, { environment, declared: [first = '(unknown)', ...callers] }: About): string {
  const by = callers.length === 0 ? '' : ` (called in ${callers.join(', ')})`;
  return `${tenant}${environment === undefined ? '' : ` of ${environment}`}, declared in ${first}${by}`;
}

function lineOf(of: About): (field: Explanation) => string {
  return ({ path, value, reasons }) => {
    const said = reasons.filter(({ isSaid }) => isSaid);
    const told = said.length > 0 ? said : reasons;
    const more = told.length > IN_LINE ? `, and ${told.length - IN_LINE} more` : '';
    const words = told.slice(0, IN_LINE).map((reason) => shortly(reason, of));
    return `  ${path}: ${shown(value)}  ← ${words.join('; ')}${more}`;
  };
}

function shortly(reason: ToldReason, of: About): string {
  return reason.at === undefined ? words(reason, of) : `${words(reason, of)} (${reason.at})`;
}

function detailOf({ object, path, value, isThere, reasons }: Explanation, of: About): string[] {
  const more = reasons.length - IN_DETAIL;
  return [
    `${object}: ${path}`,
    isThere ? `  is ${shown(value)}` : '  is not set; what would set it:',
    ...reasons
      .slice(0, IN_DETAIL)
      .flatMap((reason) => [
        `  ${isThere || reason.decider !== 'default' ? shortly(reason, of) : reason.name}`,
        ...(reason.default ? [`      while it is left out: ${reason.default}`] : []),
        ...(reason.decider === 'release' ? releases(reason.otherwise) : []),
      ]),
    ...(more > 0 ? [`  and ${more} more (--json tells them)`] : []),
  ];
}

/** A reason in words. */
function words({ decider, name }: ToldReason, { release }: About): string {
  return {
    id: `id ${name}`,
    prop: name,
    default: `default of ${name}`,
    image: name,
    release: `release ${release}`,
    'load balancer': `load balancer ${name}`,
    unit: `${name} of the unit`,
    fleet: `${name} of the fleet`,
    program: `${name}: a Patch, calls and routes of others, code of its own`,
    library: name,
  }[decider];
}

/** What other releases make of it, those of one value together. */
function releases(otherwise: readonly Otherwise[]): string[] {
  const values = [...new Set(otherwise.map(({ value }) => shown(value)))];
  return values.map((text) => {
    const names = otherwise.filter(({ value }) => shown(value) === text).map(({ name }) => name);
    return `      ${names.join(', ')}: ${text}`;
  });
}

/** A value on one line, its end left out where it is long. */
function shown(value: unknown): string {
  const text = value === undefined ? 'not set' : JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 97)}…` : text;
}
