import { saidOfObject } from '../plain-objects/object';
import { REFUSED_POLICIES, TAKEN_POLICIES } from '../plain-objects/policies';

test.each(REFUSED_POLICIES)('$what is refused', ({ object, prop, must }) => {
  expect(saidOfObject(object)).toEqual([`${prop} of NetworkPolicy "app" must ${must}`]);
});

test('what is right is taken', () => {
  const policies = TAKEN_POLICIES.filter(({ kind }) => kind === 'NetworkPolicy');
  expect(policies.map(saidOfObject)).toEqual(policies.map(() => []));
  expect(policies.length).toBeGreaterThan(3);
});
