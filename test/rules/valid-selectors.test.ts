import { saidOfObject } from '../plain-objects/object';
import { REFUSED_SELECTORS, TAKEN_SELECTORS } from '../plain-objects/selectors';

test.each(REFUSED_SELECTORS)('a wrong selector of $what is refused', ({ object, prop, must }) => {
  expect(saidOfObject(object)).toContain(`${prop} of ${object.kind} "app" must ${must}`);
});

test.each(['ServiceMonitor', 'PodMonitor'])(
  'a wrong selector of a %s is refused, which its operator would not say',
  (kind) => {
    const spec = {
      selector: { matchLabels: { app: 'a b' } },
      [kind === 'PodMonitor' ? 'podMetricsEndpoints' : 'endpoints']: [],
    };
    const object = { apiVersion: 'monitoring.coreos.com/v1', kind, metadata: { name: 'app' }, ...{ spec } };
    expect(saidOfObject(object)).toEqual([
      `spec.selector.matchLabels["app"] of ${kind} "app" must be letters, digits, "-", "_" and ".", at most 63 characters, got "a b"`,
    ]);
  },
);

test('what is right is taken', () => {
  expect(TAKEN_SELECTORS.map(saidOfObject)).toEqual(TAKEN_SELECTORS.map(() => []));
});
