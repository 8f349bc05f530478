import { saidOfObject } from '../plain-objects/object';
import { REFUSED_CLAIMS, REFUSED_TEMPLATE, TAKEN_WORKLOADS } from '../plain-objects/workloads';

test.each([...REFUSED_CLAIMS, REFUSED_TEMPLATE])('$what is refused', ({ object, prop, must }) => {
  expect(saidOfObject(object)).toEqual([`${prop} of ${object.kind} "app" must ${must}`]);
});

test('what is right is taken', () => {
  expect(TAKEN_WORKLOADS.map(saidOfObject)).toEqual(TAKEN_WORKLOADS.map(() => []));
});
