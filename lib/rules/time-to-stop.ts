import { sentence, verbatim } from '../core/refusal';
import { podMakers } from '../rendered/of-kind';
import { idOf, type PodContainer, podSpecOf, type Rule } from '../rendered/rendered-object';

/** What the kubelet gives a pod to stop, where it says nothing. */
const DEFAULT_GRACE = 30;

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** A preStop that sleeps for all of the grace period: the pod is killed in it, and what was in flight with it. */
export const timeToStop: Rule = ({ objects }) =>
  podMakers(objects).flatMap(({ object }) => {
    const pod = podSpecOf(object);
    const grace = pod?.terminationGracePeriodSeconds ?? DEFAULT_GRACE;
    return [...(pod?.initContainers ?? []), ...(pod?.containers ?? [])]
      .map((container) => [container.name, sleepOf(container)] as const)
      .filter(([, seconds]) => seconds >= grace)
      .map(([name, seconds]) =>
        sentence({
          prop: `preStop of container "${name}"`,
          kind: object.kind,
          id: idOf(object),
          must: `sleep for less than the grace period of ${grace} s`,
          got: verbatim(`${seconds} s`),
          instead: 'the kubelet would kill the pod in it; a longer lifecycle.drain makes the grace period longer',
        }),
      );
  });

/** The longest sleep that is written out; what else a script waits for, nobody can read from it. */
function sleepOf({ lifecycle: { preStop } = {} }: PodContainer): number {
  const script = (preStop?.exec?.command ?? []).join(' ');
  const written = [...script.matchAll(/\bsleep\s+(\d+(?:\.\d+)?)([smhd])?(?![\w.])/g)];
  return Math.max(
    preStop?.sleep?.seconds ?? 0,
    ...written.map(([, time, unit = 's']) => Number(time) * (UNITS[unit] ?? 1)),
  );
}
