import {
  MiBaseImage,
  type MiBaseImageProps,
  type MiImage,
  type MiRelease,
  type PartMaker,
  type PodFacts,
} from '../lib';
import { sentence } from '../lib/core/refusal';

/** All releases, the oldest first. */
export const RELEASES: readonly MiRelease[] = [
  '1.1.0',
  '1.2.0',
  '4.0.0',
  '4.1.0',
  '4.2.0',
  '4.3.0',
  '4.4.0',
  '4.5.0',
  '4.6.0',
];

/** The image of the application `orders` on a release. */
export function imageOf(release: MiRelease, props: Partial<MiBaseImageProps> = {}): MiImage<'app'> {
  const base = MiBaseImage.fromRegistry('registry.example.com/integration/mi-base', { release, ...props });
  return base.withApp('orders', '1.0.0');
}

/** A pod of the middle size on a cluster of today. */
export const POD_FACTS: PodFacts = { diskMebibytes: 1024, kubernetes: '1.29' };

/**
 * What a value adds to a pod of an image: its variables as the container has them, its complaints as the sentences of
 * the tenant "retail/orders".
 */
export function addedBy(value: PartMaker, image: MiImage): Readonly<Record<string, unknown>> {
  const { env, complaints, ...others } = value.part(image, POD_FACTS);
  return {
    ...others,
    ...(env === undefined ? {} : { env: Object.entries(env).map(([name, source]) => source.asEnvVar(name)) }),
    ...(complaints === undefined || complaints.length === 0
      ? {}
      : { refused: complaints.map((one) => sentence({ kind: 'tenant', id: 'retail/orders', ...one })) }),
  };
}

/** A variable out of a key of a Secret, as a container has it. */
export function secretVariable(variable: string, name: string, key: string): object {
  return { name: variable, valueFrom: { secretKeyRef: { name, key } } };
}
