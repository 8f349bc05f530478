import { ApiObject, Chart } from 'cdk8s';
import { parse } from 'yaml';
import { BusinessUnit, type Fleet, MiTenant, type MiTenantProps, Scaling, UnitNamespace } from '../lib';
import { type FieldProgram, fieldPrograms, pathText, STRANGE, strangePrograms, valueAt } from './every-field';
import { base, errorOf, newFleet } from './manifests';

const NEWEST = '1.36';

interface Rendered {
  readonly metadata: { readonly name: string };
  readonly spec: { readonly template?: { readonly spec: unknown } };
}

/** The objects of a kind in the files of a fleet; to parse all others takes most of the time. */
function objectsOf(fleet: Fleet, kind: string): Rendered[] {
  const documents = [...fleet.render().values()].flatMap((text) => text.split(/^---\n/m));
  const chosen = documents.filter((text) => text.includes(`\nkind: ${kind}\n`));
  return chosen.map((text): Rendered => parse(text));
}

function sentences(fleet: Fleet): string[] {
  return errorOf(() => fleet.render())
    .split('\n')
    .slice(1);
}

/** Whether a sentence names a key of the way to a field. */
function names(sentence: string, { path }: FieldProgram): boolean {
  return path.some((key) => typeof key === 'string' && key.length > 1 && sentence.includes(key));
}

describe('a plain Pod', () => {
  // Containers of a debugger come into a pod that runs, never with an object.
  const programs = fieldPrograms('PodSpec', NEWEST).filter(({ path }) => path[0] !== 'ephemeralContainers');

  function fleetOf(chosen: ReadonlyArray<readonly [number, FieldProgram]>): Fleet {
    const fleet = newFleet({ kubernetes: NEWEST });
    const chart = new Chart(fleet, 'pods');
    for (const [index, { value }] of chosen) {
      new ApiObject(chart, `p${index}`, {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: `p-${index}` },
        spec: value,
      });
    }
    return fleet;
  }

  test('has every field of the newest schema in the manifest, or a law that names it', () => {
    const all = programs.map((program, index) => [index, program] as const);
    const said = sentences(fleetOf(all));
    const refusedBy = (index: number) => said.find((sentence) => sentence.includes(` of Pod "p-${index}" must `));
    const unnamed = all.filter(([index, program]) => {
      const sentence = refusedBy(index);
      return sentence !== undefined && !names(sentence, program);
    });
    expect(unnamed).toEqual([]);
    const taken = all.filter(([index]) => refusedBy(index) === undefined);
    const rendered = new Map(objectsOf(fleetOf(taken), 'Pod').map(({ metadata, spec }) => [metadata.name, spec]));
    const missing = taken.filter(
      ([index, { path, value }]) =>
        JSON.stringify(valueAt(rendered.get(`p-${index}`), path)) !== JSON.stringify(valueAt(value, path)),
    );
    expect(missing.map(([, { path }]) => pathText(path, 'spec'))).toEqual([]);
    expect(taken.length).toBeGreaterThan(0.8 * programs.length);
    expect(programs.length).toBeGreaterThan(500);
  });

  test('is refused by the path of a field that nobody knows, wherever it stands', () => {
    const strange = strangePrograms('PodSpec', NEWEST);
    const said = sentences(fleetOf(strange.map((program, index) => [index, program])));
    const silent = strange.filter(({ path }, index) => {
      const refusal = `- ${pathText(path, 'spec')} of Pod "p-${index}" must be a field that Kubernetes 1.36 knows, got 1`;
      return !said.includes(refusal);
    });
    expect(silent.map(({ path }) => pathText(path))).toEqual([]);
    expect(strange.length).toBeGreaterThan(100);
    expect(strange.every(({ path }) => path.at(-1) === STRANGE)).toBe(true);
  });
});

/** Lists that a tenant passes through, where each stands in the pod, and how many of the library's own stand before. */
const LISTS = [
  ['containers', 'Container', ['containers'], 1],
  ['initContainers', 'Container', ['initContainers'], 0],
  ['volumes', 'Volume', ['volumes'], 1],
  ['volumeMounts', 'VolumeMount', ['containers', 0, 'volumeMounts'], 1],
  ['tolerations', 'Toleration', ['tolerations'], 0],
  ['hostAliases', 'HostAlias', ['hostAliases'], 0],
] as const;

/** Single values that it passes through, and where each stands in the pod. */
const VALUES = [
  ['pod', 'affinity', 'Affinity', ['affinity']],
  ['pod', 'dnsConfig', 'PodDNSConfig', ['dnsConfig']],
  ['lifecycle', 'startupProbe', 'Probe', ['containers', 0, 'startupProbe']],
  ['lifecycle', 'readinessProbe', 'Probe', ['containers', 0, 'readinessProbe']],
  ['lifecycle', 'livenessProbe', 'Probe', ['containers', 0, 'livenessProbe']],
] as const;

/** A fleet of tenants with these props, which have no types, as from JavaScript. */
function tenantsWith(all: ReadonlyArray<Pick<MiTenantProps<'app'>, 'pod' | 'lifecycle'>>): Fleet {
  const fleet = newFleet({ kubernetes: NEWEST });
  const namespace = UnitNamespace.existing('retail');
  const unit = new BusinessUnit(fleet, 'retail', { contact: 'integration@example.com', namespace });
  for (const [index, props] of all.entries()) {
    const image = base.withApp(`t${index}`, '1.0.0');
    new MiTenant(unit, `t${index}`, { image, scaling: Scaling.fixed(2), ...props });
  }
  return fleet;
}

/** The ends of the ways by which a program and the render differ. */
function missing(programs: readonly FieldProgram[], rendered: readonly unknown[]): string[] {
  const differing = programs.filter(({ path, value }, index) => {
    return JSON.stringify(valueAt(rendered[index], path)) !== JSON.stringify(valueAt(value, path));
  });
  return differing.map(({ path }) => pathText(path));
}

/** Programs that no law refused; whatever is said must be of a program, and name what it refuses. */
function takenOf(
  programs: readonly FieldProgram[],
  said: readonly string[],
  indexIn: RegExp,
  own: number,
): readonly FieldProgram[] {
  const refusals = said.map((sentence) => [Number(indexIn.exec(sentence)?.[1]) - own, sentence] as const);
  const unnamed = refusals.filter(([index, sentence]) => {
    const program = programs[index];
    return program === undefined || !names(sentence, program);
  });
  expect(unnamed).toEqual([]);
  const refused = new Set(refusals.map(([index]) => index));
  expect(refused.size).toBeLessThan(0.2 * programs.length);
  return programs.filter((_, index) => !refused.has(index));
}

/** A volume for every name that is mounted, where volumes are not what is looked at. */
function volumesFor(prop: string, values: readonly unknown[]): object {
  const mounts = prop === 'volumeMounts' ? values : values.flatMap((value) => valueAt(value, ['volumeMounts']) ?? []);
  const volumes = [...new Set(mounts.map((mount) => valueAt(mount, ['name'])))].map((name) => ({ name, emptyDir: {} }));
  return prop === 'volumes' ? {} : { volumes };
}

describe.each(LISTS)('pod.%s of a tenant', (prop, type, place, own) => {
  // Init containers that run on beside the server: those that end may have neither probes nor a lifecycle.
  const beside = prop === 'initContainers' ? { restartPolicy: 'Always' } : {};
  const fleetOf = (programs: readonly FieldProgram[]) => {
    const values = programs.map(({ value }) => ({ ...beside, ...Object(value) }));
    return tenantsWith([{ pod: { [prop]: values, ...volumesFor(prop, values) } }]);
  };
  const index = new RegExp(`^- ${pathText(place, 'spec.template.spec').replace(/[.[\]]/g, '\\$&')}\\[(\\d+)\\]`);

  test('has every field of the newest schema in the manifest, or a law that names it', () => {
    const programs = fieldPrograms(type, NEWEST);
    const taken = takenOf(programs, sentences(fleetOf(programs)), index, own);
    const [workload] = objectsOf(fleetOf(taken), 'Deployment');
    const rendered = valueAt(workload?.spec.template?.spec, place);
    expect(missing(taken, Array.isArray(rendered) ? rendered.slice(own) : [])).toEqual([]);
  });

  test('is refused by the path of a field that nobody knows, wherever it stands', () => {
    const strange = strangePrograms(type, NEWEST);
    const said = sentences(fleetOf(strange));
    const refusals = strange.map(({ path }, at) => strangeRefusal([...place, at + own, ...path], 't0'));
    expect(refusals.filter((refusal) => !said.includes(refusal))).toEqual([]);
    expect(refusals.length).toBeGreaterThan(0);
  });
});

describe.each(VALUES)('%s.%s of a tenant', (group, prop, type, place) => {
  const fleetOf = (programs: readonly FieldProgram[]) =>
    tenantsWith(programs.map(({ value }) => ({ [group]: { [prop]: value } })));

  test('has every field of the newest schema in the manifest, or a law that names it', () => {
    const programs = fieldPrograms(type, NEWEST);
    const taken = takenOf(programs, sentences(fleetOf(programs)), /"retail\/retail-t(\d+)" must /, 0);
    const workloads = new Map(
      objectsOf(fleetOf(taken), 'Deployment').map(({ metadata, spec }) => [metadata.name, spec]),
    );
    const rendered = taken.map((_, at) => valueAt(workloads.get(`retail-t${at}`)?.template?.spec, place));
    expect(missing(taken, rendered)).toEqual([]);
  });

  test('is refused by the path of a field that nobody knows, wherever it stands', () => {
    const strange = strangePrograms(type, NEWEST);
    const said = sentences(fleetOf(strange));
    const refusals = strange.map(({ path }, at) => strangeRefusal([...place, ...path], `t${at}`));
    expect(refusals.filter((refusal) => !said.includes(refusal))).toEqual([]);
    expect(refusals.length).toBeGreaterThan(0);
  });
});

function strangeRefusal(path: FieldProgram['path'], tenant: string): string {
  const field = pathText(path, 'spec.template.spec');
  return `- ${field} of Deployment "retail/retail-${tenant}" must be a field that Kubernetes ${NEWEST} knows, got 1`;
}
