import { sentence } from '../core/refusal';
import { podMakers } from '../rendered/of-kind';
import { idOf, podSpecOf, type Rule } from '../rendered/rendered-object';

/**
 * In a shared process namespace the entrypoint of Micro Integrator is not PID 1, and the drain, which ends what runs
 * in its own container, would end the processes of its neighbours.
 */
export const separateProcesses: Rule = ({ objects }) =>
  podMakers(objects)
    .filter(({ object }) => object.metadata.labels?.['app.kubernetes.io/name'] === 'micro-integrator')
    .filter(({ object }) => podSpecOf(object)?.shareProcessNamespace === true)
    .map(({ object }) =>
      sentence({
        prop: 'shareProcessNamespace',
        kind: object.kind,
        id: idOf(object),
        must: 'be left out',
        got: true,
        instead: 'it breaks the drain before stop; a sidecar sees files over a volume, not over processes',
      }),
    );
