import { ApiObject, type ApiObjectProps, App, Chart, type IResolver, JsonPatch, Lazy } from 'cdk8s';
import { IntOrString, KubeService } from 'cdk8s-plus-27/lib/imports/k8s';
import fc from 'fast-check';
import { Fleet } from '../../lib';
import { Patch } from '../../lib/fleet/patch';
import { objectJson } from '../../lib/rendered/object-json';
import { fleet } from '../../main';

const ABOUT = { apiVersion: 'v1', kind: 'Thing' };

function thing(props: object = {}, chart = new Chart(new App(), 'chart', { labels: { team: 'a' }, namespace: 'ns' })) {
  return new ApiObject(chart, 'thing', { ...ABOUT, ...props });
}

/** Equal in all that a file shows: the order of the keys too. */
function expectSame(object: ApiObject): void {
  expect(JSON.stringify(objectJson(object))).toBe(JSON.stringify(object.toJson()));
  expect(objectJson(object)).toStrictEqual(object.toJson());
}

test('every object of main.ts is what cdk8s makes of it', () => {
  const objects = fleet.node.findAll().filter(ApiObject.isApiObject);
  expect(objects.length).toBeGreaterThan(20);
  for (const object of objects) {
    expectSame(object);
  }
});

test('random plain data is what cdk8s makes of it', () => {
  const leaf = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constantFrom(null, undefined));
  const key = fc.oneof(
    fc.string({ maxLength: 5 }),
    fc.constantFrom('10', '9', 'a', 'B', 'value', 'name', 'constructor'),
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(value, value, (spec, extra) => {
      const object = thing({ spec, metadata: { extra, annotations: {}, finalizers: [] } });
      let expected: unknown;
      try {
        expected = object.toJson();
      } catch (error) {
        expect(() => objectJson(object)).toThrow(String(Object(error).message));
        return;
      }
      expect(JSON.stringify(objectJson(object))).toBe(JSON.stringify(expected));
    }),
    { numRuns: 200 },
  );
});

test('labels, annotations, finalizers and owners that are added later are in it', () => {
  const object = thing({ metadata: { name: 'n', labels: { b: '1' } } });
  object.metadata.addLabel('a', '2');
  object.metadata.addAnnotation('note', 'x');
  object.metadata.addFinalizers('f');
  object.metadata.addOwnerReference({ apiVersion: 'v1', kind: 'K', name: 'o', uid: 'u' });
  object.metadata.add('generateName', 'g');
  expectSame(object);
  expect(objectJson(object)).toMatchObject({ metadata: { labels: { a: '2', b: '1', team: 'a' }, generateName: 'g' } });
});

test.each<[string, object, object]>([
  ['a lazy value', { spec: { at: Lazy.any({ produce: () => ({ b: 1 }) }) } }, { spec: { at: { b: 1 } } }],
  ['a token', { spec: { at: { resolve: () => 'seen' } } }, { spec: { at: 'seen' } }],
  [
    'a lazy label',
    { metadata: { labels: { at: Lazy.any({ produce: () => 'seen' }) } } },
    { metadata: { labels: { at: 'seen' } } },
  ],
  ['a number or a text', { spec: { port: IntOrString.fromNumber(1) } }, { spec: { port: { value: 1 } } }],
])('%s is what cdk8s makes of it', (_, props, seen) => {
  expectSame(thing(props));
  expect(objectJson(thing(props))).toMatchObject(seen);
});

test('labels are those of the object, whatever others had before it', () => {
  const text = fc.constantFrom('a', 'b', undefined);
  const labels = fc.dictionary(fc.constantFrom('app', 'team', 'tier', '1'), text, { noNullPrototype: true });
  fc.assert(
    fc.property(fc.array(labels, { minLength: 2, maxLength: 5 }), (all) => {
      const chart = new Chart(new App(), 'chart');
      const objects = all.map(
        (one, index) => new ApiObject(chart, `${index}`, { ...ABOUT, metadata: { labels: one } as object }),
      );
      objects.forEach(expectSame);
      const before = objects.map((object) => JSON.stringify(objectJson(object)));
      const rendered = objects.map((object) => objectJson(object));
      objects[0]?.metadata.addLabel('later', 'yes');
      expect(rendered.map((object) => JSON.stringify(object))).toEqual(before);
      objects.forEach(expectSame);
    }),
  );
});

test('what cdk8s refuses is refused in its words', () => {
  expect(() => objectJson(thing({ spec: { at: new Date(0) } }))).toThrow(
    "Failed serializing construct at path 'chart/thing' with name 'chart-thing-c8d9b23d': Error: can't render non-simple object of type 'Date'",
  );
});

test('a JSON patch, a Patch and a toJson of its own have their say', () => {
  const patched = thing({ spec: { a: 1 } });
  patched.addJsonPatch(JsonPatch.add('/spec/b', 2));
  expect(objectJson(patched)).toMatchObject({ spec: { a: 1, b: 2 } });
  const last = thing({ spec: { a: 1 } });
  Patch.of(last.chart, 'Thing').add('/spec/c', 3).add('/spec/d', 4);
  expect(objectJson(last)).toMatchObject({ spec: { a: 1, c: 3, d: 4 } });
  class Own extends ApiObject {
    public override toJson(): object {
      return { ...super.toJson(), own: true };
    }
  }
  const props: ApiObjectProps = ABOUT;
  expect(objectJson(new Own(last.chart, 'own', props))).toMatchObject({ own: true });
  const service = new KubeService(last.chart, 'service', { spec: { clusterIp: 'None' } });
  expect(objectJson(service)).toMatchObject({ spec: { clusterIP: 'None' } });
});

test('resolvers of the fleet are asked', () => {
  const shout: IResolver = {
    resolve: (context) => {
      if (context.value === 'seen') {
        context.replaceValue('SEEN');
      }
    },
  };
  const chart = new Chart(new Fleet({ resolvers: [shout] }), 'chart');
  expect(objectJson(thing({ spec: { at: 'seen' } }, chart))).toMatchObject({ spec: { at: 'SEEN' } });
});
