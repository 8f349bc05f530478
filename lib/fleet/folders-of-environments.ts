import { sentence, verbatim } from '../core/refusal';
import { ofKind, podMakers } from '../rendered/of-kind';
import { type KubernetesObject, podLabelsOf, podSpecOf, type RenderedObject } from '../rendered/rendered-object';
import { MiTenant } from '../tenant/mi-tenant';

/** A poller that runs, and a share that it may write to. */
interface PolledShare {
  /** Path of the tenant. */
  readonly tenant: string;
  /** Where its files are: server and path, or driver and handle. */
  readonly files: string;
}

type Objects = readonly RenderedObject[];

/**
 * Files that a poller of two environments of one cluster takes: whichever looks first has a file, and it is gone for the
 * other. Another tenant may have a folder of its own on the share, and who only reads takes nothing away.
 */
export function foldersOfTwoEnvironments(
  one: { name: string; objects: Objects },
  other: { name: string; objects: Objects },
): string[] {
  const known = new Set(polledShares(one.objects).map(textOf));
  const both = new Map(polledShares(other.objects).map((share) => [textOf(share), share]));
  return [...both]
    .filter(([text]) => known.has(text))
    .map(([, { tenant, files }]) =>
      sentence({
        prop: 'mounts',
        kind: 'tenant',
        id: tenant,
        must: 'poll files of one environment',
        got: verbatim(`${files} in both "${one.name}" and "${other.name}"`),
        instead:
          'each would take files of the other; give each environment a folder (or access point) of its own as source, ' +
          'or leave one parked or with readOnlyAt',
      }),
    );
}

function polledShares(objects: Objects): PolledShare[] {
  const files = new Map<string, string>(
    ofKind(objects, 'PersistentVolume').flatMap(({ object: { spec } }) => {
      const where = filesOf(spec);
      const { namespace, name } = spec?.claimRef ?? {};
      return where === undefined ? [] : [[`${namespace}/${name}`, where] as const];
    }),
  );
  return podMakers(objects)
    .filter(
      ({ object }) => podLabelsOf(object)?.['app.kubernetes.io/component'] === 'poller' && object.spec?.replicas !== 0,
    )
    .flatMap(({ construct, object }) => {
      const tenant = construct.node.scopes.find(MiTenant.isMiTenant)?.node.path;
      return tenant === undefined
        ? []
        : writtenClaims(object).flatMap((claim) => {
            const where = files.get(claim);
            return where === undefined ? [] : [{ tenant, files: where }];
          });
    });
}

function textOf({ tenant, files }: PolledShare): string {
  return `${tenant} ${files}`;
}

function filesOf(spec: KubernetesObject['spec']): string | undefined {
  const { nfs, csi } = spec ?? {};
  if (nfs !== undefined) {
    return `${nfs.server}:${nfs.path}`;
  }
  return csi === undefined ? undefined : `${csi.driver} ${csi.volumeHandle}`;
}

/** The claims that a container mounts so that it may write. */
function writtenClaims(object: KubernetesObject): string[] {
  const { containers = [], volumes = [] } = podSpecOf(object) ?? {};
  const written = new Set(
    containers.flatMap(({ volumeMounts = [] }) =>
      volumeMounts.filter(({ readOnly }) => readOnly !== true).map(({ name }) => name),
    ),
  );
  return volumes
    .filter(({ name, persistentVolumeClaim }) => written.has(name) && persistentVolumeClaim !== undefined)
    .map(({ persistentVolumeClaim }) => `${object.metadata.namespace}/${persistentVolumeClaim?.claimName}`);
}
