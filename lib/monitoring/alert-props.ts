import { Duration } from 'cdk8s';
import { type Complaint, complaintsOf } from '../core/refusal';
import { ALERT_NAMES, type AlertName } from './alert-name';
import type { DeadLetters } from './dead-letters';

/** When somebody is called for a tenant. Alerts that ask Micro Integrator's own metrics need `config.metrics`. */
export interface AlertProps {
  /**
   * Share of the requests to one service that may fail, over ten minutes. From 0 to 1.
   *
   * @default 0.05
   */
  readonly errorRatio?: number;

  /**
   * Time that nineteen of twenty requests to one service must take less than, over ten minutes. Less than 5 s, where the
   * buckets of the product end.
   *
   * @default Duration.seconds(2)
   */
  readonly latency?: Duration;

  /**
   * Share of the heap that may be taken after garbage was collected. From 0 to 1.
   *
   * @default 0.9
   */
  readonly heap?: number;

  /**
   * Restarts of one pod in a quarter of an hour that make a loop. From 1 up.
   *
   * @default 3
   */
  readonly restarts?: number;

  /**
   * Share of a mounted volume that may be full. From 0 to 1.
   *
   * @default 0.85
   */
  readonly volume?: number;

  /**
   * How long it may do nothing: no request, no file, no message. For a poller: twice the longest time between two files.
   *
   * @default - for ever, since nobody can guess how often something comes
   */
  readonly silence?: Duration;

  /**
   * Where it leaves messages that it gave up.
   *
   * @default - nowhere that somebody counts
   */
  readonly deadLetters?: DeadLetters;

  /**
   * Labels of its alerts, by which Alertmanager finds who is called: `{ team: 'retail' }`.
   *
   * @default - unit, tenant, release, namespace and severity alone
   */
  readonly labels?: Readonly<Record<string, string>>;

  /**
   * Alerts that nobody wants of it.
   *
   * @default - none
   */
  readonly off?: readonly AlertName[];
}

/** When somebody is called, with nothing left open but what has no default. */
export interface Limits {
  readonly errorRatio: number;
  readonly latencySeconds: number;
  readonly heap: number;
  readonly restarts: number;
  readonly volume: number;
  readonly silenceSeconds: number | undefined;
  readonly deadLetters: DeadLetters | undefined;
}

/** The limits of a tenant. */
export function limitsOf(props: AlertProps): Limits {
  const { errorRatio = 0.05, latency = Duration.seconds(2), heap = 0.9, restarts = 3, volume = 0.85 } = props;
  return {
    errorRatio,
    latencySeconds: secondsOf(latency),
    heap,
    restarts,
    volume,
    silenceSeconds: props.silence === undefined ? undefined : secondsOf(props.silence),
    deadLetters: props.deadLetters,
  };
}

/** Where the last bucket of the product's histograms ends, in seconds: beyond it no quantile is known. */
const LAST_BUCKET = 5;

/** What is wrong with the limits, whatever the tenant is. */
export function limitComplaints(props: AlertProps): Complaint[] {
  const { errorRatio, latencySeconds, heap, restarts, volume, silenceSeconds = 60 } = limitsOf(props);
  const shares = { errorRatio, heap, volume };
  const { labels = {}, off = [] } = props;
  return [
    ...Object.entries(shares).flatMap(([name, share]) =>
      complaintsOf(`alerts.${name}`, [[share > 0 && share < 1, 'be more than 0 and less than 1', share]]),
    ),
    ...complaintsOf('alerts.latency', [
      [
        latencySeconds > 0 && latencySeconds < LAST_BUCKET,
        `be more than 0 and less than ${LAST_BUCKET} seconds`,
        latencySeconds,
        'the buckets of the product end there, so no longer time is ever measured',
      ],
    ]),
    ...complaintsOf('alerts.restarts', [
      [Number.isSafeInteger(restarts) && restarts > 0, 'be a whole number from 1 up', restarts],
    ]),
    ...complaintsOf('alerts.silence', [
      [silenceSeconds >= 60, 'be a minute or more', silenceSeconds, 'metrics are asked for every half minute or so'],
    ]),
    ...Object.keys(labels).flatMap((label) =>
      complaintsOf('alerts.labels', [
        [/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(label), 'have names of letters, digits and "_"', label],
        [!OWN.includes(label), `leave alone ${OWN.join(', ')}`, label],
      ]),
    ),
    ...off
      .filter((name) => !ALERT_NAMES.includes(name))
      .map((got) => ({ prop: 'alerts.off', must: `name alerts: ${ALERT_NAMES.join(', ')}`, got })),
  ];
}

/** Labels that every alert of a tenant has. */
const OWN = ['alertname', 'severity', 'unit', 'tenant', 'release', 'namespace'];

function secondsOf(time: Duration): number {
  return time.toMilliseconds({ integral: false }) / 1000;
}
