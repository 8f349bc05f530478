import { Scaling } from '../../lib';
import type { ToldFinding } from '../../lib/review/review';
import { reviewOf } from '../../lib/review/review';
import { reviewJson } from '../../lib/review/review-json';
import { COMMENT_MARK, reviewMarkdown } from '../../lib/review/review-markdown';
import { reviewText } from '../../lib/review/review-text';
import { base } from '../manifests';
import { app, orders, plain, retail } from './changes';

const SIDES = { from: 'main', to: 'working tree' };
const next = { image: base.withApp('orders', '1.1.0') };

test('whom it happens to, and below it what, the most dangerous first', () => {
  const before = retail((unit) => [app(unit), app(unit, {}, 'prices')]);
  const after = retail((unit) => [app(unit, next), app(unit, { scaling: Scaling.auto({ min: 2, max: 3 }) }, 'prices')]);
  expect(reviewText(SIDES, reviewOf(before, after))).toBe(`main → working tree: 1 danger, 3 notices

retail/prices
  danger   falls from 2 pods to 1 until the autoscaler has looked: the number leaves the file, so nobody declares it
           - an autoscaler comes
           $ kubectl -n retail scale deployment/prices --replicas=$(($(kubectl -n retail get deployment/prices -o jsonpath='{.spec.replicas}') + 1))  # before the apply
  notice   may scale to more pods
           - pods: 2 → 2 to 3

retail/orders
  notice   rolling restart of 2 pods, 1 at a time: about 1 min 48 s, at most 8 min 35 s; a pod takes up to 1 min 25 s to stop
           - version of the image: 1.0.0 → 1.1.0

retail
  notice   costs CPU 2 (at most 4 → 5); memory 4 GiB (at most 4 GiB → 5 GiB)
`);
});

test('tenants to whom the same happens stand together', () => {
  const fleet = (build: number) =>
    retail((unit) => ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => app(unit, { env: { BUILD: `${build}` } }, id)));
  expect(reviewText(SIDES, reviewOf(fleet(1), fleet(2)))).toContain(
    '\nretail/a, retail/b, retail/c, retail/d, retail/e and 2 more\n  notice   rolling restart of 2 pods',
  );
});

test('what nobody speaks of is told by its fields, and what is only words is quiet', () => {
  const widget = (size: number, note: string) =>
    plain({
      kind: 'Widget',
      apiVersion: 'example.com/v1',
      metadata: { annotations: { 'cdk8s-wso2-mi/contact': note } },
      spec: { size },
    });
  expect(reviewText(SIDES, reviewOf(widget(1, 'a'), widget(2, 'a')))).toContain(
    '  notice   Widget retail/it changes\n           - spec.size: 1 → 2\n',
  );
  expect(reviewText(SIDES, reviewOf(widget(1, 'a'), widget(1, 'b')))).toContain(
    '  quiet    nothing happens at run time: only labels and annotations change of Widget retail/it\n',
  );
});

test('labels and annotations of others are read by somebody', () => {
  const object = (kind: string, metadata: object) => plain({ kind, metadata });
  const told = (kind: string, one: object, other: object) =>
    reviewText(SIDES, reviewOf(object(kind, one), object(kind, other)));
  const topology = { 'service.kubernetes.io/topology-mode': 'Auto', 'cdk8s-wso2-mi/contact': 'a' };
  expect(told('Service', { annotations: topology }, { annotations: { 'cdk8s-wso2-mi/contact': 'b' } })).toContain(
    '  notice   nothing restarts by it, but labels and annotations change of Service retail/it: the controllers that read them act on them\n' +
      '           - service.kubernetes.io/topology-mode: Auto → –\n',
  );
  expect(told('Service', {}, { labels: { team: 'a' } })).toContain('           - team: – → a\n');
  expect(told('Service', {}, { labels: { 'app.kubernetes.io/version': '2' } })).toContain('  quiet    nothing happens');
  expect(told('Namespace', {}, { labels: { 'istio-injection': 'enabled' } })).toContain(
    '  notice   labels and annotations change of Namespace retail/it: what reads them, as injectors and policies do, acts on it, on some pods only when they start\n' +
      '           - istio-injection: – → enabled\n',
  );
});

test('what an alert says of its release, and where its runbook is, are words too', () => {
  const rule = (release: string, page: string, lasting: string) =>
    plain({
      kind: 'PrometheusRule',
      apiVersion: 'monitoring.coreos.com/v1',
      spec: {
        groups: [
          {
            name: 'a',
            rules: [
              { alert: 'A', expr: 'up == 0', for: lasting, labels: { release }, annotations: { runbook_url: page } },
            ],
          },
        ],
      },
    });
  const quiet =
    '  quiet    nothing happens at run time: only labels and annotations change of PrometheusRule retail/it\n';
  expect(reviewText(SIDES, reviewOf(rule('4.4.0', 'a', '5m'), rule('4.6.0', 'b', '5m')))).toContain(quiet);
  expect(reviewText(SIDES, reviewOf(rule('4.4.0', 'a', '5m'), rule('4.6.0', 'b', '9m')))).toContain('A after 5m → 9m');
});

test('nothing that changes is said in one line', () => {
  expect(reviewText(SIDES, reviewOf(orders(), orders()))).toBe('main → working tree: nothing changes\n');
});

test('a value cannot write lines of its own', () => {
  const widget = (note: string) => plain({ kind: 'Widget', apiVersion: 'example.com/v1', spec: { note } });
  expect(reviewText(SIDES, reviewOf(widget('a'), widget('b\n  danger   all is lost\u001b[2J')))).toContain(
    '- spec.note: a → b\\u000a  danger   all is lost\\u001b[2J\n',
  );
});

describe('as the comment of a pull request', () => {
  test('what is dangerous stands open, and all else is folded', () => {
    const text = reviewMarkdown(SIDES, reviewOf(orders(), orders(next)));
    expect(text).toBe(`${COMMENT_MARK}
### What this change does to the cluster: 1 notice

\`main\` → \`working tree\`

<details><summary>1 with nothing dangerous</summary>

**retail/orders**

- **notice**: rolling restart of 2 pods, 1 at a time: about 1 min 48 s, at most 8 min 35 s; a pod takes up to 1 min 25 s to stop
  - \`version of the image: 1.0.0 → 1.1.0\`

</details>
`);
    const dangerous = reviewMarkdown(SIDES, reviewOf(orders(), orders({ scaling: Scaling.auto({ min: 2, max: 3 }) })));
    expect(dangerous.indexOf('**danger**')).toBeLessThan(dangerous.indexOf('<details>'));
    expect(dangerous).toContain('  ```sh\n  kubectl -n retail scale deployment/orders ');
  });

  test('however much there is, GitHub takes it, and how much is left out is said', () => {
    const finding = (tenant: string): ToldFinding => ({
      rule: 'restart',
      severity: 'notice',
      unit: 'retail',
      tenant,
      says: `${tenant} ${'x'.repeat(400)}`,
      about: [],
    });
    const text = reviewMarkdown(SIDES, { findings: Array.from({ length: 400 }, (_, index) => finding(`t${index}`)) });
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text.length).toBeGreaterThan(64_000);
    expect(text).toMatch(/_\d+ more did not fit; `cdk8s-wso2-mi review` tells all\._\n$/);
    expect(text).toContain('</details>');
  });

  test('what is written in manifests is text, no mark-up and nobody’s name', () => {
    const widget = (note: string) => plain({ kind: 'Widget', apiVersion: 'example.com/v1', spec: { note } });
    const text = reviewMarkdown(SIDES, reviewOf(widget('a'), widget('`@everyone` <img src=x>')));
    expect(text).toContain('  - `` spec.note: a → `@everyone` <img src=x> ``\n');
  });
});

test('programs get all findings, with the rule and the names of the objects', () => {
  expect(JSON.parse(reviewJson(SIDES, reviewOf(orders(), orders({ env: { A: 'b' } }))))).toEqual({
    ...SIDES,
    worst: 'notice',
    findings: [
      {
        rule: 'restart',
        severity: 'notice',
        unit: 'retail',
        tenant: 'orders',
        says: expect.stringMatching(/^rolling restart of 2 pods/),
        because: ['variable A comes'],
        objects: ['Deployment retail/orders'],
      },
    ],
  });
});
