import type { PodSpec } from '../../imports/k8s';
import { at, listAt, textAt } from './read';
import { containersOf, type Workload } from './workload';

/** Every Secret that a pod names, each once. */
export function secretsOf(workload: Workload | undefined): string[] {
  return namesOf(workload?.pod, () => true);
}

/** Those of them without which it does not start. */
export function neededSecretsOf({ pod }: Workload): string[] {
  return namesOf(pod, (source) => at(source, 'optional') !== true);
}

function namesOf(pod: PodSpec = { containers: [] }, isMeant: (source: unknown) => boolean): string[] {
  const sources = [
    ...containersOf(pod).flatMap((container) => [
      ...listAt(container, 'env').map((variable) => at(variable, 'valueFrom', 'secretKeyRef')),
      ...listAt(container, 'envFrom').map((source) => at(source, 'secretRef')),
    ]),
    ...listAt(pod, 'volumes').flatMap((volume) => [
      at(volume, 'secret'),
      ...listAt(volume, 'projected', 'sources').map((source) => at(source, 'secret')),
    ]),
    ...listAt(pod, 'imagePullSecrets'),
  ];
  const names = sources.filter(isMeant).map((source) => textAt(source, 'name') ?? textAt(source, 'secretName'));
  return [...new Set(names.flatMap((name) => name ?? []))].sort();
}
