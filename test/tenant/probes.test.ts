import { MI_RELEASES, type MiRelease } from '../../lib/release/mi-release';
import { probes } from '../../lib/tenant/probes';

function rendered(release: MiRelease, startSeconds = 180): Record<string, unknown> | undefined {
  return { ...probes(MI_RELEASES[release], startSeconds) };
}

const listens = { tcpSocket: { port: 8290 } };
const liveness = { httpGet: { path: '/liveness', port: 9201 } };
const healthz = { httpGet: { path: '/healthz', port: 9201 } };

/** What does not answer has nothing left to drain. */
const hung = { terminationGracePeriodSeconds: 10 };

test.each<[MiRelease, object, object, object]>([
  ['1.1.0', listens, { httpGet: { path: '/healthz', port: 8290 } }, listens],
  ['1.2.0', listens, healthz, listens],
  ['4.1.0', listens, healthz, listens],
  ['4.2.0', liveness, healthz, liveness],
  ['4.6.0', liveness, healthz, liveness],
])('release %s is asked what it can answer', (release, startup, readiness, alive) => {
  expect(rendered(release)).toEqual({
    startupProbe: { ...startup, periodSeconds: 5, timeoutSeconds: 3, failureThreshold: 37, ...hung },
    readinessProbe: { ...readiness, periodSeconds: 5, timeoutSeconds: 4, failureThreshold: 3 },
    livenessProbe: { ...alive, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3, ...hung },
  });
});

test.each(Object.keys(MI_RELEASES) as MiRelease[])(
  'a faulty application of release %s keeps requests away and restarts nothing',
  (release) => {
    const { startupProbe, livenessProbe } = rendered(release) ?? {};
    expect(JSON.stringify([startupProbe, livenessProbe])).not.toContain('/healthz');
  },
);

test.each([
  [5, 2],
  [6, 3],
  [180, 37],
  [181, 38],
  [600, 121],
])('a start of %d seconds is asked %d times at the most, five seconds apart', (seconds, failureThreshold) => {
  expect(rendered('4.4.0', seconds)).toMatchObject({ startupProbe: { periodSeconds: 5, failureThreshold } });
});
