import { GATEWAY_CONTROLLERS } from '../../../lib/controllers';
import { ALL_GATEWAY_FEATURES } from '../../../lib/route/feature';
import { CANARY_LAWS } from './canary-laws';
import { COLUMNS } from './columns';
import type { Edge } from './edge';
import { At, applies, type Law } from './law';
import { PATH_LAWS } from './path-laws';
import { SETTING_LAWS } from './setting-laws';
import { TLS_LAWS } from './tls-laws';
import { UNSEEN_CONTROLLERS, UNSEEN_LAWS } from './unseen';

const LAWS: readonly Law[] = [...PATH_LAWS, ...TLS_LAWS, ...SETTING_LAWS, ...CANARY_LAWS];

/** Every feature on every controller that Traefik can stand for. */
export function describeTable(edge: () => Edge): void {
  describe.each(COLUMNS)('$id', (column) => {
    for (const law of LAWS.filter((one) => applies(one, column))) {
      const proof = () => law.proof(new At(column, edge().door(column.door)));
      const reason = UNSEEN_LAWS[column.id]?.[law.name];
      if (reason === undefined) test(law.name, proof);
      else test.failing(`${law.name}: not by this Traefik, since ${reason}`, proof);
    }
  });

  test.each(GATEWAY_CONTROLLERS.filter(({ name }) => UNSEEN_CONTROLLERS[name] === undefined))(
    'all that docs/gateways.md promises of $name is seen, or it is said why not',
    ({ name, cannot }) => {
      const columns = COLUMNS.filter(({ controller }) => controller.name === name);
      const laws = columns.flatMap((column) => LAWS.filter((law) => applies(law, column)));
      const judged = new Set(laws.flatMap(({ needs }) => needs));
      const promised = ALL_GATEWAY_FEATURES.filter((feature) => cannot[feature] === undefined);
      expect(promised.filter((feature) => !judged.has(feature))).toEqual([]);
    },
  );

  test('only laws of a column are said not to be seen', () => {
    const said = Object.entries(UNSEEN_LAWS).flatMap(([id, laws]) => Object.keys(laws).map((name) => [id, name]));
    const known = COLUMNS.flatMap((column) =>
      LAWS.filter((law) => applies(law, column)).map(({ name }) => [column.id, name]),
    );
    expect(known).toEqual(expect.arrayContaining(said));
  });
}
