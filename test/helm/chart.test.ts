import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Fleet, FleetOutput } from '../../lib';
import { fleet as hospital } from '../../main';
import { anyFleet } from '../cluster/any-fleet';
import { compose } from '../cluster/compose-plan';
import { chartOf, folderOf, HELMS, helm, KUBE, plainOf, templated } from './helm';

const RUNS = Number(process.env.FC_RUNS ?? 40);
// The same fleets in every run, so that none fails by luck; FC_SEED draws others.
const SEED = Number(process.env.FC_SEED ?? 20);

describe.each(HELMS)('$line', (line) => {
  test('main.ts as one chart gives equal objects, and helm lint has nothing to say', () => {
    const chart = chartOf(hospital);
    expect(templated(line, chart)).toEqual(plainOf(hospital));
    const { code, stdout } = helm(line, 'lint', '--strict', ...KUBE, chart);
    expect(stdout.split('\n').filter((text) => /^\[/.test(text))).toEqual(['[INFO] Chart.yaml: icon is recommended']);
    expect(code).toBe(0);
  });

  test('main.ts as a chart a unit gives equal objects, and helm lint has nothing to say', () => {
    const folder = folderOf(hospital.render(FleetOutput.helmCharts({ version: '1.0.0' })));
    const units = ['clinic', 'platform', 'retail'];
    const all = units.flatMap((unit) => templated(line, join(folder, unit)));
    expect(new Set(all.map((object) => JSON.stringify(object)))).toEqual(
      new Set(plainOf(hospital).map((object) => JSON.stringify(object))),
    );
    for (const unit of units) {
      expect(helm(line, 'lint', '--strict', ...KUBE, join(folder, unit))).toMatchObject({ code: 0 });
    }
  });
});

test(`${RUNS} fleets of any kind give equal objects (FC_SEED=${SEED})`, () => {
  let taken = 0;
  const equal = fc.property(anyFleet, fc.constantFrom(...HELMS), (plan, line) => {
    const fleet = acceptedOf(() => compose(plan));
    fc.pre(fleet !== undefined);
    taken += 1;
    const chart = chartOf(fleet);
    expect(templated(line, chart)).toEqual(plainOf(fleet));
    rmSync(chart, { recursive: true });
  });
  fc.assert(equal, { seed: SEED, numRuns: RUNS });
  expect(taken).toBeGreaterThanOrEqual(RUNS);
});

function acceptedOf(composed: () => Fleet): Fleet | undefined {
  try {
    const fleet = composed();
    fleet.render();
    return fleet;
  } catch {
    return undefined;
  }
}
