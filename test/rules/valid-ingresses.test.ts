import { saidOfObject } from '../plain-objects/object';
import { REFUSED_INGRESSES, TAKEN_SERVICES } from '../plain-objects/services';

test.each(REFUSED_INGRESSES)('$what is refused', ({ object, prop, must }) => {
  expect(saidOfObject(object)).toEqual([`${prop} of Ingress "app" must ${must}`]);
});

test('what is right is taken', () => {
  expect(TAKEN_SERVICES.map(saidOfObject)).toEqual(TAKEN_SERVICES.map(() => []));
});
