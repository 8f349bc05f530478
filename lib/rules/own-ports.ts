import { sentence, verbatim } from '../core/refusal';
import type { Rule } from '../rendered/rendered-object';
import { type TypedPod, typedPods } from '../rendered/schema-judgement';

/** The containers of a pod share one network: the second that listens on a port ends at once, and starts again for ever. */
export const ownPorts: Rule = (render) => typedPods(render).flatMap(sharedPorts);

function sharedPorts({ about, path, pod: { containers, initContainers = [] } }: TypedPod): string[] {
  const first = new Map<string, string>();
  // An init container that ends has left its ports before the next starts.
  const beside = initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always');
  return [...beside, ...containers].flatMap(({ name, ports = [] }) =>
    ports.flatMap(({ containerPort, protocol = 'TCP' }) => {
      const port = `${containerPort}/${protocol}`;
      const other = first.get(port) ?? name;
      first.set(port, other);
      return other === name
        ? []
        : [
            sentence({
              ...about,
              prop: `${path} container "${name}" port ${port}`,
              must: 'be listened on by one container',
              got: verbatim(`it also in "${other}"`),
              instead: 'containers of a pod share its network; let one listen on another port',
            }),
          ];
    }),
  );
}
