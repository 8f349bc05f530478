import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { fleetAt, STEPS } from './examples/moving';

interface Rendered {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly annotations?: Readonly<Record<string, string>> };
}

const SILENT = ['external-dns.alpha.kubernetes.io/controller', 'external-dns.kubernetes.io/controller'];
const steps = Object.entries(STEPS).map(([step, ways]) => ({
  step,
  files: fleetAt(ways, join(tmpdir(), 'never-written')).render(),
}));

function filesOf(step: string): ReadonlyMap<string, string> {
  const found = steps.find((one) => one.step === step);
  if (found === undefined) {
    throw new Error(`no step ${step}`);
  }
  return found.files;
}

/** The ways of a unit to the outside, and whether external-dns makes records of them. */
function ways(step: string, file: string): Record<string, string> {
  const objects = parseAllDocuments(filesOf(step).get(file) ?? '').map((document) => document.toJS() as Rendered);
  return Object.fromEntries(
    objects
      .filter(({ kind }) => /^(Ingress|HTTPRoute|TLSRoute)$/.test(kind))
      .map(({ kind, metadata: { name, annotations = {} } }) => {
        const silent = SILENT.filter((key) => annotations[key] === 'none').length;
        return [`${kind} ${name}`, silent === SILENT.length ? 'silent' : silent === 0 ? 'published' : 'half'];
      }),
  );
}

/** Files whose text is another at the second step. */
function changed(from: string, to: string): string[] {
  const [before, after] = [filesOf(from), filesOf(to)];
  return [...after.keys()].filter((file) => before.get(file) !== after.get(file));
}

const INGRESSES = ['Ingress routes-nginx', 'Ingress routes-nginx-passthrough'];
const ROUTES = [
  'HTTPRoute routes-gateway.orders.example.com',
  'HTTPRoute routes-gateway.example.com',
  'TLSRoute routes-gateway.till.example.com',
];
const all = (names: readonly string[], state: string) => Object.fromEntries(names.map((name) => [name, state]));

test.each([
  ['via: nginx', all(INGRESSES, 'published')],
  ['via: [nginx, gateway], dns: nginx', { ...all(INGRESSES, 'published'), ...all(ROUTES, 'silent') }],
  ['via: [nginx, gateway]', { ...all(INGRESSES, 'published'), ...all(ROUTES, 'published') }],
  ['via: [nginx, gateway], dns: gateway', { ...all(INGRESSES, 'silent'), ...all(ROUTES, 'published') }],
  ['via: gateway', all(ROUTES, 'published')],
])('at "%s" these are the ways of the unit', (step, expected) => {
  expect(ways(step, 'retail.k8s.yaml')).toEqual(expected);
});

test.each([
  // The Gateway learns that a host is passed through, which only a route says.
  ['via: nginx', 'via: [nginx, gateway], dns: nginx', ['gateway.k8s.yaml', 'retail.k8s.yaml']],
  ['via: [nginx, gateway], dns: nginx', 'via: [nginx, gateway]', ['retail.k8s.yaml']],
  ['via: [nginx, gateway]', 'via: [nginx, gateway], dns: gateway', ['retail.k8s.yaml']],
  ['via: [nginx, gateway], dns: gateway', 'via: gateway', ['retail.k8s.yaml']],
])('from "%s" to "%s" these files change, and never those of a unit that stays', (from, to, files) => {
  expect(changed(from, to).sort()).toEqual(files);
});

test('the unit that stays is reached as before', () => {
  for (const { step } of steps) {
    expect(ways(step, 'clinic.k8s.yaml')).toEqual({ 'Ingress routes-nginx': 'published' });
  }
});

test('every step back gives the files of the step before, to the last byte', () => {
  for (const { step, files } of steps) {
    const again = STEPS[step];
    expect(again && fleetAt(again, join(tmpdir(), 'never-written')).render()).toEqual(files);
  }
});

test('a host of cert-manager has one Certificate, which no annotation of an Ingress asks for again', () => {
  for (const step of Object.keys(STEPS).filter((name) => name.includes('nginx'))) {
    const text = filesOf(step).get('retail.k8s.yaml') ?? '';
    const objects = parseAllDocuments(text).map((document) => document.toJS() as Rendered);
    expect(objects.filter(({ kind }) => kind === 'Certificate').map(({ metadata }) => metadata.name)).toEqual([
      'orders.example.com-tls',
    ]);
    expect(text).not.toContain('cert-manager.io/cluster-issuer');
  }
});

test('the recipe names every step as it is written', () => {
  const recipe = readFileSync(join(__dirname, '..', 'docs', 'moving-to-the-gateway-api.md'), 'utf8');
  expect(Object.keys(STEPS).filter((step) => !recipe.includes(step))).toEqual([]);
});
