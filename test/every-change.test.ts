import * as edge from './changes/edge';
import * as tenant from './changes/tenant';
import * as unit from './changes/unit';

// Every prop of every construct is changed once, and what an apply of the change does to a cluster in which the old files
// run is told, as `cdk8s-wso2-mi review` would tell it. What comes under another name or leaves has its way in
// docs/changing.md.

const CHANGES = [unit, tenant, edge].flatMap((all) => Object.values(all)).flat();

test.each(CHANGES)('%s', (_, effect, right) => {
  expect(effect()).toBe(right);
});

test('no change ends half-way, since the API server refuses a part of it', () => {
  expect(CHANGES.length).toBeGreaterThan(150);
  expect(CHANGES.filter(([, , right]) => right.includes('REFUSED')).map(([prop]) => prop)).toEqual([]);
});
