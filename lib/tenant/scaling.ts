import { coordinationPart } from '../config/coordination';
import { COORDINATION_ID, type Datasource } from '../config/datasource';
import type { PodPart } from '../config/pod-part';
import { refuse, verbatim } from '../core/refusal';
import { requireProps } from '../core/required';
import { wholeSeconds } from '../core/whole-seconds';
import type { MiImage, Work } from '../image/mi-image';
import {
  type AutoScalingProps,
  type Autoscaler,
  EXTERNAL,
  type ExternalScalingProps,
  FIT_FOR_A_JVM,
  horizontalPodAutoscaler,
  type KedaScalingProps,
  requireTriggers,
  scaledObject,
  utilization,
} from './autoscaler';
import { type Rollout, type RolloutProps, requireCount, requireRollout } from './rollout';
import { requireBehavior } from './scaling-behavior';

/** The kind of object that runs the pods. */
export type WorkloadKind = 'Deployment' | 'StatefulSet' | 'Rollout';

interface Declared {
  readonly text: string;
  readonly works: readonly Work[];
  readonly workload: WorkloadKind;
  readonly least: number;
  readonly most: number;
  readonly rollout?: Rollout;
  readonly autoscaler?: Autoscaler;
  readonly coordination?: Datasource;
}

/**
 * How many pods of a tenant run. `Scaling.fixed` and `auto` take an application that may run many times;
 * `singleton` and `coordinated` take any. The type parameter is the work that it takes, so a scaled poller does not compile.
 */
export class Scaling<in W extends Work = never> {
  /** Always `replicas` pods, from 1 to 100,000. (0 is how an operator stops a tenant, by `kubectl scale`.) */
  public static fixed(replicas: number, rollout: RolloutProps = {}): Scaling<'app'> {
    const text = `fixed(${replicas})`;
    requireCount(text, 'replicas', replicas, 1);
    const works: readonly Work[] = ['app'];
    return new Scaling({
      text,
      works,
      ...rolling(text, replicas, rollout),
      least: replicas,
      most: replicas,
    });
  }

  /**
   * Between `min` and `max` pods, by a HorizontalPodAutoscaler. A tenant that comes here from a fixed number may
   * be at one pod for a moment: its number leaves the manifest, and the API server's default stands until the autoscaler
   * raises it.
   */
  public static auto(props: AutoScalingProps): Scaling<'app'> {
    requireProps('scaling', 'auto', props, { min: '2', max: '6' });
    const { min, max, cpuPercent = 70, memoryPercent, behavior = FIT_FOR_A_JVM, ...rollout } = props;
    const text = `auto(${min} to ${max})`;
    requireBehavior(text, behavior);
    const metrics = [
      utilization(text, 'cpu', cpuPercent),
      ...(memoryPercent === undefined ? [] : [utilization(text, 'memory', memoryPercent)]),
    ];
    return Scaling.between(text, { ...rollout, min, max }, 1, horizontalPodAutoscaler(metrics, behavior));
  }

  /**
   * Between `min` and `max` pods, by KEDA, which must be in the cluster (ScaledObject). With a `min` of 0 none runs while
   * there is nothing to do, and the first work waits for a start; a trigger must then look at more than cpu and memory.
   */
  public static keda(props: KedaScalingProps): Scaling<'app'> {
    requireProps('scaling', 'keda', props, { min: '0', max: '6', triggers: '[…]' });
    const { min, max, triggers, cooldown, behavior = FIT_FOR_A_JVM, ...rollout } = props;
    const text = `keda(${min} to ${max})`;
    requireTriggers(text, min, triggers);
    requireBehavior(text, behavior);
    const seconds = cooldown === undefined ? undefined : wholeSeconds('cooldown', 'scaling', text, cooldown, 1);
    return Scaling.between(text, { ...rollout, min, max }, 0, scaledObject(triggers, behavior, seconds));
  }

  /**
   * Between `min` and `max` pods, by whatever somebody else runs. The workload names no number and nothing else is
   * rendered, so a new tenant has one pod until it is told more.
   */
  public static external(props: ExternalScalingProps): Scaling<'app'> {
    requireProps('scaling', 'external', props, { min: '2', max: '6' });
    return Scaling.between(`external(${props.min} to ${props.max})`, props, 0, EXTERNAL);
  }

  /**
   * Exactly one pod, never two: a StatefulSet of one, which waits for the old pod to be gone in an update, an
   * eviction, a drain and a deletion (a Deployment waits in an update only). The price: while a node is lost, no
   * successor starts, since nobody can know whether the old pod still runs. An operator who has seen that the machine
   * is off says so (`kubectl taint node <node> node.kubernetes.io/out-of-service=nodeshutdown:NoExecute`), and the
   * successor starts; `kubectl delete pod <pod> --force` does it without that promise, and two may run.
   */
  public static singleton(): Scaling<Work> {
    return new Scaling({ text: 'singleton()', works: ['app', 'poller'], workload: 'StatefulSet', least: 1, most: 1 });
  }

  /**
   * Always `replicas` pods, from 2 to 100,000, that share out by a database what must not run twice: scheduled tasks,
   * message processors, polling inbounds (file, JMS, Kafka) and event inbounds (MQTT, RabbitMQ). When a pod is lost
   * another takes over what was its; before 4.7 a file or a message may be read twice at that moment. Not covered:
   * proxies of the VFS transport and whatever an image does by itself.
   *
   * @param by a datasource named `WSO2_COORDINATION_DB`; one schema a tenant, since the table of tasks has no column
   * that would tell two apart (mysql_cluster.sql), made by the release's own script before the first start
   */
  public static coordinated(replicas: number, by: Datasource, rollout: RolloutProps = {}): Scaling<Work> {
    const text = `coordinated(${replicas})`;
    requireCount(text, 'replicas', replicas, 2);
    requireCoordination(text, by);
    return new Scaling({
      text,
      works: ['app', 'poller'],
      ...rolling(text, replicas, rollout),
      least: replicas,
      most: replicas,
      coordination: by,
    });
  }

  /** The factory and its numbers, as messages show them. */
  public readonly text: string;
  /** The work that it takes. */
  public readonly works: readonly Work[];
  /** The kind of object that runs the pods. */
  public readonly workload: WorkloadKind;
  /** Pods that run at the least. */
  public readonly least: number;
  /** Pods that run at the most, without the surge of an update. */
  public readonly most: number;
  /** How an update replaces pods; `undefined` where the old pod must be gone first. */
  public readonly rollout?: Rollout;
  /** Who decides how many pods run; `undefined` where the number is fixed. */
  public readonly autoscaler?: Autoscaler;

  /** The database by which pods share out their work; `undefined` where each works for itself. */
  public readonly coordination?: Datasource;

  /** Only for the compiler: makes a scaling of apps no scaling of pollers. */
  declare protected readonly takes: (work: W) => void;

  /** Pods that may be there in the middle of an update, those that still drain among them. */
  public get peak(): number {
    return this.rollout === undefined ? this.most : 2 * this.most + this.rollout.maxSurge;
  }

  /** What coordination adds to a pod: the datasource, and an id for each pod. */
  public part(image: MiImage): PodPart {
    const { coordination } = this;
    return coordination === undefined ? {} : coordinationPart(coordination, image);
  }

  /**
   * The same tenant with no pod: workload, kind and everything else stay, so that it comes back by taking the word away.
   * Its routes answer 503.
   */
  public parked(): Scaling<W> {
    const { text, works, workload, rollout, coordination } = this;
    return new Scaling({ text: `${text}.parked()`, works, workload, rollout, coordination, least: 0, most: 0 });
  }

  /**
   * The same number of pods, which share out their work by a database as those of `Scaling.coordinated` do, so that a poller
   * may be scaled: `Scaling.auto({ min: 2, max: 6 }).coordinatedBy(tasks)`. A pod that is taken away hands its tasks on.
   *
   * @param by a datasource named `WSO2_COORDINATION_DB`; one schema a tenant
   */
  public coordinatedBy(by: Datasource): Scaling<Work> {
    const { workload, rollout, autoscaler, least, most } = this;
    const text = `${this.text}.coordinatedBy(…)`;
    requireCoordination(text, by);
    if (rollout === undefined) {
      const instead = 'a singleton has nobody to share work with; Scaling.coordinated(2, …) has';
      refuse({
        prop: 'coordinatedBy',
        kind: 'scaling',
        id: text,
        must: 'be of a scaling with several pods',
        got: verbatim(this.text),
        instead,
      });
    }
    return new Scaling({
      text,
      works: ['app', 'poller'],
      workload,
      rollout,
      autoscaler,
      least,
      most,
      coordination: by,
    });
  }

  private static between(
    text: string,
    { min, max, ...rollout }: ExternalScalingProps,
    from: number,
    autoscaler: Autoscaler,
  ): Scaling<'app'> {
    requireCount(text, 'min', min, from);
    requireCount(text, 'max', max, 1);
    if (min >= max) {
      refuse({
        prop: 'min',
        kind: 'scaling',
        id: text,
        must: 'be less than max',
        got: verbatim(`min ${min} and max ${max}`),
        instead: 'Scaling.fixed keeps a number',
      });
    }
    return new Scaling({ text, works: ['app'], ...rolling(text, min, rollout), least: min, most: max, autoscaler });
  }

  private constructor(declared: Declared) {
    this.text = declared.text;
    this.works = declared.works;
    this.workload = declared.workload;
    this.least = declared.least;
    this.most = declared.most;
    this.rollout = declared.rollout;
    this.autoscaler = declared.autoscaler;
    this.coordination = declared.coordination;
  }
}

function requireCoordination(text: string, by: Datasource): void {
  if (by.id !== COORDINATION_ID) {
    refuse({ prop: 'by', kind: 'scaling', id: text, must: `be a datasource named ${COORDINATION_ID}`, got: by.id });
  }
}

function rolling(text: string, least: number, props: RolloutProps): Pick<Declared, 'workload' | 'rollout'> {
  const rollout = requireRollout(text, least, props);
  return { workload: rollout.argoSteps === undefined ? 'Deployment' : 'Rollout', rollout };
}
