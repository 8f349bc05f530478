import { ApiObject, Chart, Lazy } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { errorOf, newFleet, newUnit, refusalOf } from '../manifests';

const notes = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'notes' } };
const reader = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'reader' } };

function documents(text = ''): unknown[] {
  return parseAllDocuments(text).map((document): unknown => document.toJS());
}

test('a list is written as its items, each of the unit as any other object', () => {
  const fleet = newFleet();
  const nested = {
    apiVersion: 'v1',
    kind: 'ConfigMapList',
    items: [{ metadata: { name: 'prices', labels: { a: 'b' } } }],
  };
  new ApiObject(newUnit(fleet), 'all', { apiVersion: 'v1', kind: 'List', items: [notes, reader, nested] });
  const labels = {
    'app.kubernetes.io/managed-by': 'cdk8s-wso2-mi',
    'app.kubernetes.io/part-of': 'retail',
    'cdk8s-wso2-mi/unit': 'retail',
  };
  const annotations = { 'cdk8s-wso2-mi/contact': 'integration@example.com' };
  expect(documents(fleet.render().get('retail.k8s.yaml')).slice(1)).toEqual([
    { ...notes, metadata: { name: 'notes', namespace: 'retail', labels, annotations } },
    { ...reader, metadata: { name: 'reader', labels, annotations } },
    { ...notes, metadata: { name: 'prices', namespace: 'retail', labels: { ...labels, a: 'b' }, annotations } },
  ]);
});

test('a list of a plain chart gets nothing that the chart does not say', () => {
  const fleet = newFleet();
  new ApiObject(new Chart(fleet, 'plain'), 'all', { apiVersion: 'v1', kind: 'List', items: [notes] });
  expect(documents(fleet.render().get('plain.k8s.yaml'))).toEqual([notes]);
});

test('a kind that only sounds like a list is an object', () => {
  const fleet = newFleet();
  const allowed = { apiVersion: 'example.com/v1', kind: 'AllowList', metadata: { name: 'hosts' }, spec: {} };
  new ApiObject(new Chart(fleet, 'plain'), 'allowed', allowed);
  expect(documents(fleet.render().get('plain.k8s.yaml'))).toEqual([allowed]);
});

test('the laws hold for what is in a list', () => {
  const fleet = newFleet();
  const unit = newUnit(fleet);
  new ApiObject(unit, 'notes', notes);
  new ApiObject(unit, 'all', { apiVersion: 'v1', kind: 'List', items: [notes, { apiVersion: 'v1', kind: 'Secret' }] });
  expect(errorOf(() => fleet.render())).toBe(
    refusalOf(
      'name of ConfigMap "retail/notes" must be used once in the fleet, ' +
        'got it from "retail/notes" and from "retail/all"; give one of the two another id',
      'name of Secret "retail/" must be a DNS subdomain, got ""',
    ),
  );
});

test('what a validation or a lazy value declares is rendered, and what they take away is not', () => {
  const fleet = newFleet();
  const [first, second] = [new Chart(fleet, 'first'), new Chart(fleet, 'second')];
  const map = (chart: Chart, name: string, data: object) =>
    new ApiObject(chart, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, ...data });
  map(second, 'left', {});
  const once = jest.fn(() => map(first, 'validated', {}));
  first.node.addValidation({
    validate: () => {
      if (once.mock.calls.length === 0) {
        once();
        second.node.tryRemoveChild('left');
      }
      return [];
    },
  });
  const produce = () => {
    if (second.node.tryFindChild('produced') === undefined) {
      map(second, 'produced', {});
    }
    return { a: 'b' };
  };
  map(first, 'lazy', { data: Lazy.any({ produce }) });
  const names = [...fleet.render()].map(([file, text]) => [
    file,
    [...text.matchAll(/^ {2}name: (.*)$/gm)].map((m) => m[1]),
  ]);
  expect(names).toEqual([
    ['first.k8s.yaml', ['lazy', 'validated']],
    ['second.k8s.yaml', ['produced']],
  ]);
});
