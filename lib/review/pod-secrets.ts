import { at, listAt, textAt } from './read';
import { containersOf, type Workload } from './workload';

/** Every Secret that a pod names, each once. */
export function secretsOf(workload: Workload | undefined): string[] {
  const { pod = { containers: [] } } = workload ?? {};
  const names = [
    ...containersOf(pod).flatMap((container) => [
      ...listAt(container, 'env').map((variable) => textAt(variable, 'valueFrom', 'secretKeyRef', 'name')),
      ...listAt(container, 'envFrom').map((source) => textAt(source, 'secretRef', 'name')),
    ]),
    ...listAt(pod, 'volumes').flatMap((volume) => [
      textAt(volume, 'secret', 'secretName'),
      ...listAt(volume, 'projected', 'sources').map((source) => textAt(source, 'secret', 'name')),
    ]),
    ...listAt(pod, 'imagePullSecrets').map((secret) => at(secret, 'name')),
  ];
  return [...new Set(names.flatMap((name) => (typeof name === 'string' ? [name] : [])))].sort();
}
