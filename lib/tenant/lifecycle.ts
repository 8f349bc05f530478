import { Duration, Lazy } from 'cdk8s';
import type { Container, Probe } from '../../imports/k8s';
import type { Complaint } from '../core/refusal';
import { wholeSeconds } from '../core/whole-seconds';
import type { MiImage } from '../image/mi-image';
import { EXIT_SECONDS, stopCommand } from '../release/drain';
import { MI_RELEASES, MI_SILENT_SECONDS } from '../release/mi-release';
import type { MiSize } from './mi-size';
import { probes } from './probes';
import { lifecycleComplaints, type Start } from './refusals/lifecycle';

/** How a pod starts, shows that it is well, and stops. */
export interface LifecycleProps {
  /**
   * Time that a pod must stay ready before the update goes on to the next. Whole seconds, up to a day.
   *
   * @default Duration.seconds(30)
   */
  readonly minReady?: Duration;

  /**
   * The longest that a start may take; then the kubelet tries again. Whole seconds, up to a day;
   * at least what a start took WSO2 at the CPU limit: 24 s with a core, 240 s with a tenth of one.
   *
   * @default - three times what WSO2 measured for the CPU limit (24 core-seconds; docs-mi,
   * resource-allocation-and-performance.md), at least 180 s
   */
  readonly startBudget?: Duration;

  /**
   * The longest that a request may take. Said here once, it is what load balancers wait for an answer, what Micro
   * Integrator leaves a silent connection open for, and what a pod that stops still finishes. Whole seconds, from 1 to a
   * day. An endpoint of an artefact has a timeout of its own.
   *
   * @default - what drain and Micro Integrator (180 s) leave a request; load balancers wait as long as they do by themselves
   */
  readonly requestTimeout?: Duration;

  /**
   * Time in which load balancers learn that a pod is leaving, before it stops to accept connections. Whole seconds, up to
   * a day.
   *
   * @default - 10 s; for all applications of a unit that an ALB leads to 60 s, or an NLB 180 s; longer where the drain
   * alone is shorter than requestTimeout
   */
  readonly leave?: Duration;

  /**
   * The longest that Micro Integrator waits for work in flight once it was told to stop. Whole seconds, from 1 to a day.
   * In releases up to 4.4 it is 60 s and cannot be told otherwise.
   *
   * @default - the release's own: 60 s, from 4.5 on 180 s, or requestTimeout if that is longer
   */
  readonly drain?: Duration;

  /**
   * What runs in the container before it is told to end, in place of the drain; as the arguments of a command. The grace
   * period stays as it is.
   *
   * @default - `leave`, then `micro-integrator.sh stop`
   */
  readonly preStop?: readonly string[];

  /**
   * Whole probe of the start, in place of the release's and of `startBudget`. One that asks the server waits for it as long
   * as a budget must.
   *
   * @default - GET /liveness on 9201; up to 4.1 a connection to 8290
   */
  readonly startupProbe?: Probe;

  /**
   * Whole probe for whether requests may be sent, in place of the release's.
   *
   * @default - GET /healthz on 9201; up to 1.1 GET /healthz on 8290, the article's own API
   */
  readonly readinessProbe?: Probe;

  /**
   * Whole probe for whether a restart would help, in place of the release's. Its `terminationGracePeriodSeconds` is what a
   * server has that hangs; without it, all of the grace period of the pod.
   *
   * @default - GET /liveness on 9201; up to 4.1 a connection to 8290; ended 10 s after half a minute of silence
   */
  readonly livenessProbe?: Probe;

  /**
   * A word that stands for the generation of all Secrets of the tenant, as an annotation of its pods: to change it rolls
   * them, so that they read what was rotated. One line of at most 63 characters.
   *
   * @default - none; a rotated Secret is read at the next start
   */
  readonly secretsVersion?: string;

  /**
   * Whether a change of a Secret or ConfigMap that the tenant names rolls its pods by itself. `'roll'` asks Stakater's Reloader to,
   * by its annotation; it must be in the cluster.
   *
   * @default 'keep'
   */
  readonly onSecretChange?: 'keep' | 'roll';
}

/** A lifecycle as it is rendered. */
export interface Lifecycle {
  readonly minReadySeconds: number;
  /** The longest that a start may take, by the probes that there are. */
  readonly startSeconds: number;
  readonly drainSeconds: number;
  /** The longest that a request may take, where it is said. */
  readonly requestSeconds: number | undefined;
  /** The longest that a request may take and be answered: that, or what drain and server leave it. */
  readonly waitSeconds: number;
  /** Seconds after which the server ends a silent connection; whoever is before it ends it earlier. */
  readonly silentSeconds: number;
  /** The longest that a pod may take to stop: load balancers learn of it, the drain, the JVM ends. Known at the render. */
  readonly graceSeconds: number;
  /**
   * A rollout has failed when a pod had time to be pulled, to start, to stay ready and its elder to drain. Known at the
   * render.
   */
  readonly progressDeadlineSeconds: number;
  readonly preStop: readonly string[];
  readonly probes: Pick<Container, 'startupProbe' | 'readinessProbe' | 'livenessProbe'>;
  readonly secretsVersion: string | undefined;
  readonly onSecretChange: 'keep' | 'roll';
  readonly complaints: readonly Complaint[];
}

/** CPU that a start takes, in core-seconds: 120 s at 0.2 cores, 50 s at 0.5, 35 s at 1. */
const START_CORE_SECONDS = 24;

/** What a start took WSO2 with so much CPU, in seconds. One thread does most of it, so more than a core makes it no shorter. */
export function measuredStartSeconds(cpuMillis: number): number {
  return Math.ceil((START_CORE_SECONDS * 1000) / Math.min(1000, cpuMillis));
}

/** The server leaves a connection open for this longer than whoever waits for its answer. */
const MARGIN_SECONDS = 10;

/** Time to pull an image. */
const PULL_SECONDS = 120;

/** Whose lifecycle it is. */
interface Living {
  readonly id: string;
  readonly image: MiImage;
  readonly size: MiSize;
  /** Seconds in which its load balancers may send requests to a pod that leaves; asked at the render. */
  readonly edgeSeconds: () => number;
  /** Seconds after which the server ends a silent connection, where `config.toml` says it. */
  readonly ownSilence: number | undefined;
}

/** The lifecycle of a tenant with its defaults. */
export function lifecycleOf({ id, image, size, edgeSeconds, ownSilence }: Living, props: LifecycleProps): Lifecycle {
  const facts = MI_RELEASES[image.release];
  const { minReady = Duration.seconds(30), startBudget, drain, secretsVersion, onSecretChange = 'keep' } = props;
  const least = measuredStartSeconds(size.cpuLimit.millis);
  const measured = Math.ceil((3 * START_CORE_SECONDS * 1000) / size.cpuLimit.millis);
  const seconds = (prop: string, time: Duration, least: number) =>
    wholeSeconds(`lifecycle.${prop}`, 'tenant', id, time, least);
  const minReadySeconds = seconds('minReady', minReady, 0);
  const budget = startBudget === undefined ? Math.max(180, measured) : seconds('startBudget', startBudget, 5);
  const startSeconds = Math.max(budget, patience(props));
  const { requestTimeout, leave, startupProbe, readinessProbe, livenessProbe } = props;
  const requestSeconds = requestTimeout && seconds('requestTimeout', requestTimeout, 1);
  const silentSeconds =
    ownSilence ?? (requestSeconds === undefined ? MI_SILENT_SECONDS : requestSeconds + MARGIN_SECONDS);
  const longer = facts.drainIsConfigurable ? (requestSeconds ?? 0) : 0;
  const drainSeconds = drain === undefined ? Math.max(facts.drainSeconds, longer) : seconds('drain', drain, 1);
  const ownLeave = leave && seconds('leave', leave, 0);
  // A pod that leaves still answers, so what the drain is too short for fits in before it.
  const leaveSeconds = () => ownLeave ?? Math.max(edgeSeconds(), (requestSeconds ?? 0) - drainSeconds);
  const graceSeconds = () => leaveSeconds() + drainSeconds + EXIT_SECONDS;
  const stop = Lazy.any({ produce: () => stopCommand(leaveSeconds()) });
  const { preStop = ['sh', '-c', stop] } = props;
  const ofRelease = probes(facts, budget);
  return {
    minReadySeconds,
    startSeconds,
    drainSeconds,
    requestSeconds,
    waitSeconds: requestSeconds ?? Math.min(silentSeconds, drainSeconds),
    silentSeconds,
    graceSeconds: Lazy.any({ produce: graceSeconds }),
    progressDeadlineSeconds: Lazy.any({
      produce: () => startSeconds + minReadySeconds + graceSeconds() + PULL_SECONDS,
    }),
    preStop,
    probes: {
      startupProbe: startupProbe ?? ofRelease.startupProbe,
      readinessProbe: readinessProbe ?? ofRelease.readinessProbe,
      livenessProbe: livenessProbe ?? ofRelease.livenessProbe,
    },
    secretsVersion,
    onSecretChange,
    complaints: lifecycleComplaints({
      image,
      least,
      start: startOf(props, budget),
      drainSeconds,
      requestSeconds,
      silentSeconds,
      preStop,
      secretsVersion,
    }),
  };
}

/** What decides how long the kubelet lets a pod start: a probe of one's own alone, of which a command may say anything. */
function startOf({ startupProbe }: LifecycleProps, budget: number): Start {
  return startupProbe === undefined
    ? { prop: 'startBudget', seconds: budget }
    : { prop: 'startupProbe', seconds: startupProbe.exec === undefined ? allowed(startupProbe) : undefined };
}

function allowed({ initialDelaySeconds = 0, periodSeconds = 10, failureThreshold = 3 }: Probe): number {
  return initialDelaySeconds + periodSeconds * failureThreshold;
}

/** How long probes of one's own let a pod start and be found ready, with the defaults of Kubernetes. */
function patience({ startupProbe = {}, readinessProbe = {} }: LifecycleProps): number {
  const { initialDelaySeconds = 0, periodSeconds = 10, successThreshold = 1 } = readinessProbe;
  return allowed(startupProbe) + initialDelaySeconds + periodSeconds * (successThreshold - 1);
}
