import { REFUSED_POLICIES, saidOfObject, TAKEN_OBJECTS } from '../refused-objects';

test.each(REFUSED_POLICIES)('$what is refused', ({ object, prop, must }) => {
  expect(saidOfObject(object)).toEqual([`${prop} of NetworkPolicy "app" must ${must}`]);
});

test('what is right is taken', () => {
  const policies = TAKEN_OBJECTS.filter(({ kind }) => kind === 'NetworkPolicy');
  expect(policies.map(saidOfObject)).toEqual(policies.map(() => []));
  expect(policies.length).toBeGreaterThan(3);
});
