import * as edge from './changes/edge';
import * as tenant from './changes/tenant';
import * as unit from './changes/unit';
import { type Manifest, objectsInText } from './manifests';

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

describe('every object says whose it is, so that consoles, bills and whoever is called can group by it', () => {
  const objects = CHANGES.flatMap(([prop, , , files]) =>
    files().flatMap((all) =>
      [...all]
        .filter(([name]) => name.endsWith('.yaml'))
        .flatMap(([name, text]) => objectsInText(text).map((object) => ({ prop, name, object }))),
    ),
  );
  const without = (kept: typeof objects, has: (metadata: Manifest['metadata']) => boolean) =>
    kept
      .filter(({ object }) => !has(object.metadata))
      .map(({ prop, object: { kind, metadata } }) => `${kind} ${metadata.name} of ${prop}`);
  const ofUnit = objects.filter(({ name }) => name === 'retail.k8s.yaml');

  test('the program that made it', () => {
    expect(objects.length).toBeGreaterThan(2000);
    const has = 'app.kubernetes.io/managed-by';
    expect(without(objects, ({ labels }) => labels?.[has] === 'cdk8s-wso2-mi')).toEqual([]);
  });

  test('its unit, and who answers for that', () => {
    expect(without(ofUnit, ({ labels }) => labels?.['cdk8s-wso2-mi/unit']?.startsWith('retail') === true)).toEqual([]);
    expect(without(ofUnit, ({ annotations }) => /\S/.test(annotations?.['cdk8s-wso2-mi/contact'] ?? ''))).toEqual([]);
  });

  test('its tenant', () => {
    const ofTenant = ofUnit.filter(({ object }) => /^orders(-|$)/.test(object.metadata.name));
    expect(ofTenant.length).toBeGreaterThan(1000);
    expect(without(ofTenant, ({ labels }) => /^orders/.test(labels?.['cdk8s-wso2-mi/tenant'] ?? ''))).toEqual([]);
  });
});
