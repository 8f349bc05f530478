import { saidOfObject } from '../plain-objects/object';
import { REFUSED_SERVICES, TAKEN_SERVICES } from '../plain-objects/services';

test.each(REFUSED_SERVICES)('$what is refused', ({ object, prop, must }) => {
  expect(saidOfObject(object)).toEqual([`${prop} of Service "app" must ${must}`]);
});

test('what is right is taken', () => {
  expect(TAKEN_SERVICES.map(saidOfObject)).toEqual(TAKEN_SERVICES.map(() => []));
});

test('a Service, a Job or an Ingress of another API is none of these', () => {
  const others = [
    ['serving.knative.dev/v1', 'Service'],
    ['batch.volcano.sh/v1alpha1', 'Job'],
    ['networking.internal.knative.dev/v1alpha1', 'Ingress'],
  ] as const;
  const said = others.map(([apiVersion, kind]) =>
    saidOfObject({ apiVersion, kind, metadata: { name: 'app' }, ...{ spec: {} } }),
  );
  expect(said).toEqual(others.map(() => []));
});
