import { ApiSchema, type KnownField } from '../lib/core/api-schema';
import type { KubernetesVersion } from '../lib/core/kubernetes-version';

/** A value of which one field is of interest, and the way to that field. */
export interface FieldProgram {
  readonly path: ReadonlyArray<string | number>;
  readonly value: unknown;
}

const SAMPLES: Readonly<Record<string, unknown>> = {
  any: { a: 1 },
  boolean: true,
  integer: 1,
  'int-or-string': 1,
  number: 1,
  quantity: '1',
  string: 'x',
};

/** Values that laws of the server ask for, by the field. */
const NAMED: Readonly<Record<string, unknown>> = {
  ip: '192.0.2.1',
  mountPath: '/mnt/x',
  nameservers: '192.0.2.1',
  operator: 'In',
  port: 8290,
};

/** What the server asks for beside a field, though the schema requires it not. */
const BESIDE: Readonly<Record<string, (name: string) => object>> = {
  LabelSelectorRequirement: () => ({ values: ['x'] }),
  NodeSelectorRequirement: () => ({ operator: 'In', values: ['x'] }),
  Toleration: (name) => ({ key: 'x', operator: name === 'value' ? 'Equal' : 'Exists', effect: 'NoExecute' }),
  ConfigMapKeySelector: () => ({ name: 'x' }),
  ConfigMapProjection: () => ({ name: 'x' }),
  ConfigMapVolumeSource: () => ({ name: 'x' }),
  SecretKeySelector: () => ({ name: 'x' }),
  SecretProjection: () => ({ name: 'x' }),
  SecretVolumeSource: () => ({ secretName: 'x' }),
  Container: () => ({ image: 'registry.example.com/x:1' }),
  // One question a probe: the field's own, if it is one.
  Probe: (name) => (['exec', 'grpc', 'httpGet', 'tcpSocket'].includes(name) ? {} : { exec: { command: ['x'] } }),
};

/** For every field that is reached from a type, a value that has it, and beside it only what is required. */
export function fieldPrograms(type: string, version: KubernetesVersion, of = ''): FieldProgram[] {
  if (type in SAMPLES) {
    return [{ path: [], value: NAMED[of] ?? SAMPLES[type] }];
  }
  if (/^["\d]/.test(type)) {
    return [{ path: [], value: JSON.parse(type.split('|')[0] ?? '') }];
  }
  if (/^[[{]/.test(type)) {
    return fieldPrograms(type.slice(2), version, of).map(({ path, value }) =>
      type.startsWith('[') ? { path: [0, ...path], value: [value] } : { path: ['x', ...path], value: { x: value } },
    );
  }
  const fields = [...ApiSchema.kubernetes.fieldsOf(type, version)];
  return fields.length === 0
    ? [{ path: [], value: {} }]
    : fields.flatMap(([name, field]) =>
        fieldPrograms(field.type, version, name).map(({ path, value }) => ({
          path: [name, ...path],
          value: { ...requiredFor(type, version), ...BESIDE[type]?.(name), [name]: value },
        })),
      );
}

/** For every definition that is reached from a type, a value that has a field there which nobody knows. */
export function strangePrograms(type: string, version: KubernetesVersion, seen = new Set<string>()): FieldProgram[] {
  const definition = type.replace(/^([[{][\]}])+/, '');
  const fields = [...ApiSchema.kubernetes.fieldsOf(definition, version)];
  if (fields.length === 0 || seen.has(definition)) {
    return [];
  }
  seen.add(definition);
  const strange = { path: [STRANGE], value: { ...Object(sampleOf(definition, version)), [STRANGE]: 1 } };
  const below = fields.flatMap(([name, field]) =>
    strangePrograms(field.type, version, seen).map(({ path, value }) => ({
      path: [name, ...path],
      value: { ...Object(sampleOf(definition, version)), [name]: value },
    })),
  );
  return [strange, ...below].map((program) => wrapped(type, program));
}

/** The field that nobody knows. */
export const STRANGE = 'unheardOf';

/** What stands at the end of a way. */
export function valueAt(value: unknown, path: FieldProgram['path']): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    value,
  );
}

/** A way as messages show it. */
export function pathText(path: FieldProgram['path'], root = ''): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return key === 'x' ? `${text}["x"]` : `${text}${text === '' ? '' : '.'}${key}`;
  }, root);
}

function wrapped(type: string, { path, value }: FieldProgram): FieldProgram {
  if (type.startsWith('[]')) return wrappedIn(0, [wrapped(type.slice(2), { path, value })]);
  if (type.startsWith('{}')) return wrappedIn('x', [wrapped(type.slice(2), { path, value })]);
  return { path, value };
}

function wrappedIn(key: string | number, [inner]: readonly FieldProgram[]): FieldProgram {
  const { path = [], value } = inner ?? {};
  return { path: [key, ...path], value: typeof key === 'number' ? [value] : { [key]: value } };
}

let names = 0;

/** What is required beside the field of interest; no two things have one name, port or path. */
function requiredFor(type: string, version: KubernetesVersion): object {
  const required = [...ApiSchema.kubernetes.fieldsOf(type, version)].filter(([, field]) => field.required);
  return Object.fromEntries(required.map(([name, field]) => [name, requiredOf(name, field, version)]));
}

function requiredOf(name: string, { type }: KnownField, version: KubernetesVersion): unknown {
  names += 1;
  if (name === 'containerPort') return 10_000 + names;
  if (name === 'mountPath') return `/mnt/n${names}`;
  return name === 'name' ? `n${names}` : (NAMED[name] ?? sampleOf(type, version));
}

function sampleOf(type: string, version: KubernetesVersion): unknown {
  if (type.startsWith('[]')) return [sampleOf(type.slice(2), version)];
  if (type.startsWith('{}')) return { x: sampleOf(type.slice(2), version) };
  if (/^["\d]/.test(type)) return JSON.parse(type.split('|')[0] ?? '');
  if (type in SAMPLES) return SAMPLES[type];
  return { ...requiredFor(type, version), ...BESIDE[type]?.('') };
}
