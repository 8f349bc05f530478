import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { program } from '../cluster/build/cache';
import { PROMTOOL } from '../cluster/versions';
import { type AlertCase, CASES, type Series } from './alert-cases';
import { groupsOf, type Rule, watchedFleet } from './watched-fleet';

// What promtool makes of the rendered rules: each alert in a case in which it fires and in one in which it does not.

const groups = groupsOf(watchedFleet());
const alerts = groups.flatMap(({ rules }) => rules).filter(({ alert }) => alert !== undefined);
/** The tenants that cases are of; `undefined` is the unit. */
const TENANTS = [...new Set(CASES.map(({ tenant }) => tenant))];
const claim = /"(invoices-[0-9a-f]{10})"/.exec(JSON.stringify(groups).replaceAll('\\"', '"'))?.[1] ?? '';

/** Debian's, and that of a newer line, which is stricter in places. */
const JUDGES = [
  ['of Debian', 'promtool'],
  [PROMTOOL.version, program(PROMTOOL, 'promtool')],
] as const;

describe.each(JUDGES)('promtool %s', (_, promtool) => {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'));
  const rules = join(folder, 'rules.yaml');
  writeFileSync(rules, stringify({ groups }, { lineWidth: 0 }));

  afterAll(() => rmSync(folder, { recursive: true }));

  function asked(...args: readonly string[]): readonly [status: number | null, said: string] {
    const { status, stdout, stderr } = spawnSync(promtool, args, { encoding: 'utf8' });
    return [status, `${stdout}${stderr}`];
  }

  test('finds nothing wrong with the rules', () => {
    const [status, said] = asked('check', 'rules', rules);
    expect(said).toContain('SUCCESS');
    expect(status).toBe(0);
  });

  /** What promtool says of the alerts of one tenant, each case by itself; the rules of others are not asked. */
  function judged(tenant: string | undefined, seriesOf: (of: AlertCase) => Series, fires: boolean) {
    const cases = CASES.filter((one) => one.tenant === tenant);
    const tests = cases.map((of) => ({
      interval: '1m',
      input_series: Object.entries(seriesOf(of)).map(([name, values]) => ({
        series: name.replaceAll('CLAIM', `"${claim}"`),
        values,
      })),
      alert_rule_test: [{ eval_time: of.at, alertname: of.alert, exp_alerts: fires ? [expected(of)] : [] }],
    }));
    const own = groups.filter(({ name }) => name.startsWith(`retail.${tenant ?? 'unit'}.`));
    const file = join(folder, 'tests.yaml');
    writeFileSync(join(folder, 'own.yaml'), stringify({ groups: own }, { lineWidth: 0 }));
    writeFileSync(file, stringify({ rule_files: ['own.yaml'], evaluation_interval: '1m', tests }, { lineWidth: 0 }));
    return asked('test', 'rules', file);
  }

  function expected({ alert, tenant, labels = {}, summary }: AlertCase) {
    const rule = ruleOf(alert, tenant);
    const withClaim = (text: string) => text.replaceAll('CLAIM', claim);
    return {
      exp_labels: {
        ...rule.labels,
        ...Object.fromEntries(Object.entries(labels).map(([label, value]) => [label, withClaim(value)])),
      },
      exp_annotations: {
        contact: '#retail { {team}}',
        runbook_url: `docs/runbooks.md#${alert.toLowerCase()}`,
        summary: withClaim(summary),
      },
    };
  }

  const good = [0, expect.stringContaining('SUCCESS')];

  test.each(TENANTS)('every alert of %s fires in its case', (tenant) => {
    expect(judged(tenant, ({ firing }) => firing, true)).toEqual(good);
  });

  test.each(TENANTS)('every alert of %s keeps silent where nothing is wrong', (tenant) => {
    expect(judged(tenant, ({ silent }) => silent, false)).toEqual(good);
  });

  test('a case that is wrong is seen', () => {
    expect(judged('orders', ({ silent }) => silent, true)[0]).toBe(1);
    expect(judged('orders', ({ firing }) => firing, false)[0]).toBe(1);
  });
});

function ruleOf(alert: string, tenant: string | undefined): Rule {
  const [rule, ...more] = alerts.filter((one) => one.alert === alert && one.labels.tenant === tenant);
  if (rule === undefined || more.length > 0) throw new Error(`${alert} of ${tenant} must be one rule`);
  return rule;
}

test('every alert has its cases', () => {
  const named = new Set(alerts.map(({ alert }) => alert));
  expect([...named].sort()).toEqual([...new Set(CASES.map(({ alert }) => alert))].sort());
});
