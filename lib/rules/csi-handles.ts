import { repeats } from '../core/by-key';
import { inOrder } from '../core/digest';
import { sentence, verbatim } from '../core/refusal';
import { ofKind, podMakers } from '../rendered/of-kind';
import { idOf, podSpecOf, type Render, type RenderedObject, type Rule } from '../rendered/rendered-object';

/** A volume of a CSI driver, as nodes know it. */
interface CsiVolume {
  /** Namespace and name of the claim that binds it. */
  readonly claim: string;
  readonly name: string;
  /** Driver and handle: one mount of a node, whatever volume asks for it. */
  readonly handle: string;
  /** All that decides what that mount is like. */
  readonly mount: string;
}

/**
 * A node knows a volume of CSI by driver and handle alone. Two volumes of one handle in one pod are one that never comes
 * (kubelet waits for the second for ever), and of two that differ in attributes, options or Secret a node takes those of
 * the volume that it mounted first.
 */
export const csiHandles: Rule = (render) => {
  const volumes = csiVolumes(render);
  return [...differentMounts(volumes), ...podMakers(render.objects).flatMap((one) => twiceInOnePod(one, volumes))];
};

function csiVolumes({ objects }: Render): CsiVolume[] {
  return ofKind(objects, 'PersistentVolume').flatMap(({ object }) => {
    const { csi, claimRef, mountOptions } = object.spec ?? {};
    if (csi?.driver === undefined || csi.volumeHandle === undefined) {
      return [];
    }
    return [
      {
        claim: `${claimRef?.namespace}/${claimRef?.name}`,
        name: object.metadata.name,
        handle: `${csi.driver} ${csi.volumeHandle}`,
        mount: inOrder([csi, mountOptions ?? []]),
      },
    ];
  });
}

function differentMounts(volumes: readonly CsiVolume[]): string[] {
  return repeats(volumes, ({ handle }) => handle)
    .filter(([volume, first]) => volume.mount !== first.mount)
    .map(([volume, first]) =>
      sentence({
        prop: 'volumeHandle',
        kind: 'PersistentVolume',
        id: volume.name,
        must: 'have one set of attributes, mount options and Secret wherever it is used',
        got: verbatim(`others than "${first.name}" with handle "${handleOf(volume)}"`),
        instead: 'a node mounts a handle once, as the first asks; say the same, or give the share a second handle',
      }),
    );
}

function twiceInOnePod({ object }: RenderedObject, volumes: readonly CsiVolume[]): string[] {
  const claims = (podSpecOf(object)?.volumes ?? []).map(
    ({ persistentVolumeClaim }) => `${object.metadata.namespace}/${persistentVolumeClaim?.claimName}`,
  );
  const mounted = volumes.filter(({ claim }) => claims.includes(claim));
  return repeats(mounted, ({ handle }) => handle).map(([volume, first]) =>
    sentence({
      prop: 'volumes',
      kind: object.kind,
      id: idOf(object),
      must: 'mount a volume of CSI once',
      got: verbatim(`"${first.name}" and "${volume.name}" with handle "${handleOf(volume)}"`),
      instead: 'its pods would never start; mount one shared volume at both paths',
    }),
  );
}

function handleOf({ handle }: CsiVolume): string {
  return handle.slice(handle.indexOf(' ') + 1);
}
