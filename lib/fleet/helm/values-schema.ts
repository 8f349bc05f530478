import { countsOf, type WorkloadValues } from './workload-values';

type Schema = Readonly<Record<string, unknown>>;

const TAG = '[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}';
const DIGEST = 'sha256:[0-9a-f]{64}';
const LABEL = '[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?';
const MOST_PODS = 100_000;

/** What `values.schema.json` takes: each value in its range, and nothing else. */
export function schemaOf(workloads: readonly WorkloadValues[], hosts: readonly string[]): Schema {
  const units = new Map<string, Record<string, Schema>>();
  for (const workload of workloads) {
    units.set(workload.unit, { ...units.get(workload.unit), [workload.tenant]: workloadSchema(workload) });
  }
  const ofUnits = [...units].map(([unit, tenants]) => [unit, closed(tenants)] as const);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...closed(
      {
        units: closed(Object.fromEntries(ofUnits)),
        hosts: closed(Object.fromEntries(hosts.map((host) => [host, HOST]))),
      },
      // Of a chart that stands in another one, Helm adds what both share.
      { global: { type: 'object' } },
    ),
  };
}

function workloadSchema(workload: WorkloadValues): Schema {
  const counts = Object.keys(countsOf(workload)).map((name) => [name, countSchema(name, workload)] as const);
  return closed({ tag: IMAGE_TAG, ...Object.fromEntries(counts) });
}

/** A number of pods: 0 stops them, but Kubernetes' own autoscaler has no such number. */
function countSchema(name: string, { scaling }: WorkloadValues): Schema {
  // What has no rollout is one pod and never two.
  const maximum = scaling.rollout === undefined ? 1 : MOST_PODS;
  const least = name === 'replicas' || (name === 'minReplicas' && scaling.least === 0) ? 0 : 1;
  return { type: 'integer', minimum: least, maximum };
}

/** An object of just these keys. */
function closed(properties: Readonly<Record<string, Schema>>, optional: Readonly<Record<string, Schema>> = {}): Schema {
  return {
    type: 'object',
    properties: { ...properties, ...optional },
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

const IMAGE_TAG: Schema = {
  type: 'string',
  description: 'What follows the repository: a tag, a tag and its digest, or a digest',
  pattern: `^(${TAG}(@${DIGEST})?|${DIGEST})$`,
  not: { const: 'latest' },
};

const HOST: Schema = {
  type: 'string',
  description: 'A DNS name in lower case',
  pattern: `^${LABEL}(\\.${LABEL})+$`,
  maxLength: 253,
};
