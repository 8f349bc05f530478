import { TENANT_LABEL, UNIT_LABEL } from '../core/managed-by';
import { type Manifest, parseManifests } from '../diff/manifest';
import { serviceNamesIn } from '../diff/services';
import { claimsOf } from '../rendered/object-claims';
import type { KubernetesObject } from '../rendered/rendered-object';
import { partsOfImage } from '../review/image-parts';
import { waysOf } from '../review/network-ways';
import { secretsOf } from '../review/pod-secrets';
import { questionOf } from '../review/probe-question';
import { at, fieldsAt, listAt, textAt } from '../review/read';
import { resourcesOf } from '../review/resources';
import { containersOf, type Workload, workloadsOf } from '../review/workload';
import { CONTACT_ANNOTATION } from '../unit/business-unit';

/** A tenant as a reader looks for it. */
export interface TenantOnMap {
  readonly unit: string;
  readonly tenant: string;
  /** What runs it: Deployment, StatefulSet, Rollout. */
  readonly kind: string;
  readonly image: string;
  readonly version: string;
  /** Release and build of the base, where the tag says it; '' otherwise. */
  readonly base: string;
  readonly least: number;
  readonly most: number;
  /** Cores and bytes of one pod: reserved, and at most. */
  readonly cpu: number;
  readonly cpuLimit: number;
  readonly memory: number;
  readonly probes: readonly string[];
  /** Pods that a drain may take at once; '' where nothing bounds it. */
  readonly budget: string;
  /** Seconds that a pod may take to stop. */
  readonly graceSeconds: number;
  /** Hosts and paths that lead to it. */
  readonly routes: readonly string[];
  /** Volumes and where they are mounted. */
  readonly volumes: readonly string[];
  readonly secrets: readonly string[];
  /** Ways of its network policies. */
  readonly ways: readonly string[];
  /** File and line of its workload. */
  readonly place: Place;
}

/** A line of a file. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** A unit with its tenants. */
export interface UnitOnMap {
  readonly unit: string;
  readonly namespace: string;
  /** Who answers for it. */
  readonly contact: string;
  /** What its namespace may use, by resource. */
  readonly quota: Readonly<Record<string, string>>;
  readonly tenants: readonly TenantOnMap[];
}

interface Placed {
  readonly object: Manifest;
  readonly place: Place;
}

/** The units of a folder of manifests, each file a text under its name. */
export function fleetMap(files: ReadonlyMap<string, string>): UnitOnMap[] {
  const placed = [...files].flatMap(([file, text]) => placedObjects(file, text));
  const byUnit = new Map<string, Placed[]>();
  for (const one of placed) {
    const unit = textAt(one.object, 'metadata', 'labels', UNIT_LABEL);
    if (unit !== undefined) {
      byUnit.set(unit, [...(byUnit.get(unit) ?? []), one]);
    }
  }
  return [...byUnit]
    .map(([unit, ofUnit]) => unitOnMap(unit, ofUnit))
    .sort((one, other) => compare(one.unit, other.unit));
}

/** Every object with the line that it begins in. */
function placedObjects(file: string, text: string): Placed[] {
  let line = 1;
  return text.split(/^---\n/m).flatMap((document) => {
    const place = { file, line: line + (/^(?:#.*\n)*/.exec(document)?.[0].split('\n').length ?? 1) - 1 };
    line += document.split('\n').length;
    return parseManifests(file, document).map((object) => ({ object, place }));
  });
}

function unitOnMap(unit: string, placed: readonly Placed[]): UnitOnMap {
  const objects = placed.map(({ object }) => object);
  const places = new Map(placed.map(({ object, place }) => [object, place]));
  const workloads = workloadsOf(objects);
  const [first] = workloads;
  const quota = objects.find(({ kind }) => kind === 'ResourceQuota');
  return {
    unit,
    namespace: first?.object.metadata.namespace ?? unit,
    contact: objects.flatMap((object) => textAt(object, 'metadata', 'annotations', CONTACT_ANNOTATION) ?? [])[0] ?? '',
    quota: Object.fromEntries(
      Object.entries(fieldsAt(quota, 'spec', 'hard')).map(([name, hard]) => [name, String(hard)]),
    ),
    tenants: workloads
      .map((workload) => tenantOnMap(unit, workload, objects, places.get(workload.object) ?? { file: '', line: 1 }))
      .sort((one, other) => compare(one.tenant, other.tenant)),
  };
}

function tenantOnMap(unit: string, workload: Workload, objects: readonly Manifest[], place: Place): TenantOnMap {
  const { object, server, least, most, graceSeconds } = workload;
  const { name } = object.metadata;
  const { version, base = '' } = partsOfImage(server?.image ?? '');
  const pod = resourcesOf(workload);
  const ofTenant = (kind: string) => objects.filter((one) => one.kind === kind && one.metadata.name === name);
  const routes = objects
    .filter((one) => serviceNamesIn(one).includes(name))
    // Only the parts that lead requests are looked at.
    .flatMap((one) => claimsOf(one as KubernetesObject).map(({ host, path = '' }) => `${host}${path}`));
  return {
    unit,
    tenant: textAt(object, 'metadata', 'labels', TENANT_LABEL) ?? name,
    kind: object.kind,
    image: server?.image ?? '',
    version,
    base,
    least,
    most,
    cpu: pod['requests.cpu'],
    cpuLimit: pod['limits.cpu'],
    memory: pod['requests.memory'],
    probes: (['startupProbe', 'readinessProbe', 'livenessProbe'] as const).flatMap((probe) => {
      const asked = server?.[probe];
      return asked === undefined ? [] : [`${probe.replace('Probe', '')}: ${questionOf(asked)}`];
    }),
    budget:
      ofTenant('PodDisruptionBudget').map((budget) => String(at(budget, 'spec', 'maxUnavailable') ?? ''))[0] ?? '',
    graceSeconds,
    routes: [...new Set(routes)],
    volumes: mountsOf(workload),
    secrets: secretsOf(workload),
    ways: ofTenant('NetworkPolicy').flatMap((policy) => waysOf(policy)),
    place,
  };
}

/** Each claim of a pod and the paths that it is mounted at. */
function mountsOf({ pod }: Workload): string[] {
  return listAt(pod, 'volumes').flatMap((volume) => {
    const claim = textAt(volume, 'persistentVolumeClaim', 'claimName');
    const mounts = containersOf(pod).flatMap((container) => listAt(container, 'volumeMounts'));
    const paths = mounts.filter((mount) => textAt(mount, 'name') === textAt(volume, 'name'));
    return claim === undefined ? [] : paths.map((mount) => `${claim} at ${textAt(mount, 'mountPath')}`);
  });
}

function compare(one: string, other: string): number {
  return Number(one > other) - Number(one < other);
}
