import { type Complaint, complaintsOf, verbatim } from '../../core/refusal';
import type { MiImage } from '../../image/mi-image';
import { MI_RELEASES } from '../../release/mi-release';
import { releasesWhere } from '../../release/releases-where';

/** How long a pod may take to start, and the prop that says it; nobody knows where a command is asked. */
export interface Start {
  readonly prop: 'startBudget' | 'startupProbe';
  readonly seconds: number | undefined;
}

/** What a lifecycle comes to; amounts in seconds. */
interface Told {
  readonly image: MiImage;
  /** What WSO2 measured for a start. */
  readonly least: number;
  readonly start: Start;
  readonly drainSeconds: number;
  readonly requestSeconds: number | undefined;
  readonly silentSeconds: number;
  readonly preStop: readonly string[];
  readonly secretsVersion: string | undefined;
}

/** The releases that can be told how long the drain is. */
const DRAIN_IS_CONFIGURABLE = releasesWhere((facts) => facts.drainIsConfigurable);

/** What is wrong with the lifecycle of a tenant. */
export function lifecycleComplaints({ image, least, start, preStop, secretsVersion, ...told }: Told): Complaint[] {
  const { drainSeconds, requestSeconds, silentSeconds } = told;
  const facts = MI_RELEASES[image.release];
  return [
    ...complaintsOf('lifecycle.drain', [
      [
        drainSeconds === facts.drainSeconds || facts.drainIsConfigurable,
        `be the ${facts.drainSeconds} s of release ${image.release}`,
        verbatim(`${drainSeconds} s`),
        `${DRAIN_IS_CONFIGURABLE} Micro Integrator can be told otherwise; leave it out`,
      ],
    ]),
    ...complaintsOf('config.toml.transport.http.socket_timeout', [
      [
        silentSeconds > 0,
        'be at least 1000 (a second), since load balancers and the stop of a pod wait by it',
        verbatim(`${silentSeconds} s`),
        'leave it out for 180 s, or say lifecycle.requestTimeout, which it follows from',
      ],
    ]),
    ...complaintsOf('lifecycle.requestTimeout', [
      [
        silentSeconds <= 0 || (requestSeconds ?? 0) < silentSeconds,
        `be less than the ${silentSeconds} s of config.toml.transport.http.socket_timeout`,
        verbatim(`${requestSeconds} s`),
        'leave that out, it follows from this one',
      ],
    ]),
    ...complaintsOf(`lifecycle.${start.prop}`, [
      [
        (start.seconds ?? least) >= least,
        `give a start at least ${least} s, which WSO2 measured for this CPU limit`,
        verbatim(`${start.seconds} s`),
        'the kubelet would end every start before it is done; leave it out, or give size a higher cpuLimit',
      ],
    ]),
    ...complaintsOf('lifecycle.preStop', [
      [
        preStop.length > 0,
        'be a command',
        verbatim('none'),
        'leave it out for the drain, or write ["true"] for nothing',
      ],
    ]),
    ...complaintsOf('lifecycle.secretsVersion', [
      [
        secretsVersion === undefined || /^[\x20-\x7e]{1,63}$/.test(secretsVersion),
        'be one line of 1 to 63 plain characters',
        secretsVersion,
      ],
    ]),
  ];
}
