import { inOrder } from '../core/digest';
import { sentence, verbatim } from '../core/refusal';
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
  return [...differentMounts(volumes), ...render.objects.flatMap((one) => twiceInOnePod(one, volumes))];
};

function csiVolumes({ objects }: Render): CsiVolume[] {
  return objects.flatMap(({ object }) => {
    const { csi, claimRef, mountOptions } = object.spec ?? {};
    if (object.kind !== 'PersistentVolume' || csi?.driver === undefined || csi.volumeHandle === undefined) {
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
  const first = new Map<string, CsiVolume>();
  return volumes.flatMap((volume) => {
    const other = first.get(volume.handle) ?? volume;
    first.set(volume.handle, other);
    return other.mount === volume.mount
      ? []
      : [
          sentence({
            prop: 'volumeHandle',
            kind: 'PersistentVolume',
            id: volume.name,
            must: 'have one set of attributes, mount options and Secret wherever it is used',
            got: verbatim(`others than "${other.name}" with handle "${handleOf(volume)}"`),
            instead: 'a node mounts a handle once, as the first asks; say the same, or give the share a second handle',
          }),
        ];
  });
}

function twiceInOnePod({ object }: RenderedObject, volumes: readonly CsiVolume[]): string[] {
  const first = new Map<string, CsiVolume>();
  const claims = (podSpecOf(object)?.volumes ?? []).map(
    ({ persistentVolumeClaim }) => `${object.metadata.namespace}/${persistentVolumeClaim?.claimName}`,
  );
  return volumes
    .filter(({ claim }) => claims.includes(claim))
    .flatMap((volume) => {
      const other = first.get(volume.handle);
      first.set(volume.handle, other ?? volume);
      return other === undefined
        ? []
        : [
            sentence({
              prop: 'volumes',
              kind: object.kind,
              id: idOf(object),
              must: 'mount a volume of CSI once',
              got: verbatim(`"${other.name}" and "${volume.name}" with handle "${handleOf(volume)}"`),
              instead: 'its pods would never start; mount one shared volume at both paths',
            }),
          ];
    });
}

function handleOf({ handle }: CsiVolume): string {
  return handle.slice(handle.indexOf(' ') + 1);
}
