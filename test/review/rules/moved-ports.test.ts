import { Scaling } from '../../../lib';
import { movedPorts } from '../../../lib/review/rules/moved-ports';
import { app, found, orders, plain, retail } from '../changes';

const on = (ports: Readonly<Record<string, number>>) => orders({ pod: { ports } });

const said =
  'port hl7 leads to 2576 at once, where the pods of before do not listen: nothing answers there until the first new pod ' +
  'is ready, for about 54 s; have both numbers under two names until the routes have changed over [targetPort: 2575 → 2576]';

test('a port of a tenant gets another number: pods that are ready do not listen there', () => {
  expect(found(movedPorts, on({ hl7: 2575 }), on({ hl7: 2576 }))).toEqual([`danger retail/orders: ${said}`]);
});

test('two names for a while harm nobody, nor does a port that comes or goes', () => {
  const both = on({ hl7: 2575, 'hl7-next': 2576 });
  expect(found(movedPorts, on({ hl7: 2575 }), both)).toEqual([]);
  expect(found(movedPorts, both, on({ 'hl7-next': 2576 }))).toEqual([]);
  expect(found(movedPorts, on({}), on({ hl7: 2575 }))).toEqual([]);
});

test('a singleton ends before its successor starts, and says so elsewhere', () => {
  const alone = (hl7: number) => retail((unit) => app(unit, { scaling: Scaling.singleton(), pod: { ports: { hl7 } } }));
  expect(found(movedPorts, alone(2575), alone(2576))).toEqual([]);
});

/** A Service of one port, and a workload whose container has these. */
function served(
  port: object,
  ports: readonly number[],
  {
    labels = { app: 'it' },
    kind = 'Deployment',
    ...spec
  }: { readonly kind?: string; readonly [field: string]: unknown } = {},
) {
  const container = {
    name: 'app',
    image: 'registry.example.com/app:1',
    ports: ports.map((containerPort) => ({ containerPort })),
  };
  const template = { metadata: { labels }, spec: { containers: [container] } };
  return plain(
    { kind: 'Service', spec: { selector: { app: 'it' }, ports: [port] } },
    { kind, apiVersion: 'apps/v1', spec: { replicas: 2, template, ...spec } },
  );
}

test('a Service of whoever keeps its number and leads to another, as that of a Network Load Balancer', () => {
  const of = (number: number) => served({ port: 443, targetPort: number }, [number]);
  expect(found(movedPorts, of(8080), of(8081))).toEqual([
    expect.stringMatching(/^danger retail\/it: port 443 leads to 8081 at once, .* \[targetPort: 8080 → 8081\]$/),
  ]);
});

test('a name leads to what each pod calls so, and pods that listen on both have it already', () => {
  const named = (number: number) => served({ port: 443, targetPort: 'app' }, [number]);
  expect(found(movedPorts, named(8080), named(8081))).toEqual([]);
  expect(
    found(
      movedPorts,
      served({ port: 443, targetPort: 8080 }, [8080, 8081]),
      served({ port: 443, targetPort: 8081 }, [8081]),
    ),
  ).toEqual([]);
});

test('pods that the Service does not select are none of its', () => {
  const of = (number: number) => served({ port: 443, targetPort: number }, [number], { labels: { app: 'other' } });
  expect(found(movedPorts, of(8080), of(8081))).toEqual([]);
});

describe('pods of which each ends before its successor starts', () => {
  const told = (how: NonNullable<Parameters<typeof served>[2]>) => {
    const of = (number: number) => served({ port: 443, targetPort: number }, [number], how);
    return found(movedPorts, of(8080), of(8081));
  };
  const until = (lasting: string) => [
    `danger retail/it: port 443 leads to 8081 at once, where the pods of before do not listen: nothing answers there until ` +
      `the first new pod is ready, ${lasting}; have both numbers under two names until the routes have changed over ` +
      '[targetPort: 8080 → 8081]',
  ];

  test.each(['StatefulSet', 'DaemonSet'])('those of a %s that are left do not listen there', (kind) => {
    expect(told({ kind })).toEqual(until('for about 24 s beside the up to 30 s of the stop of an old one'));
  });

  test.each(['StatefulSet', 'DaemonSet'])('those of a %s that nobody replaces never do', (kind) => {
    const lasting = 'which none is before somebody deletes an old one (OnDelete)';
    expect(told({ kind, updateStrategy: { type: 'OnDelete' } })).toEqual(until(lasting));
  });

  test('where all end first, or none runs, no pod of before is asked', () => {
    expect(told({ strategy: { type: 'Recreate' } })).toEqual([]);
    expect(told({ kind: 'StatefulSet', replicas: 1 })).toEqual([]);
    expect(told({ replicas: 0 })).toEqual([]);
  });
});

test('a workload that had no pod begins with those that listen', () => {
  const of = (number: number, replicas: number) => served({ port: 443, targetPort: number }, [number], { replicas });
  expect(found(movedPorts, of(8080, 0), of(8081, 2))).toEqual([]);
});
