import { groupBy } from '../../core/by-key';
import type { Alert } from '../alert';
import type { Finding } from '../finding';
import type { ReviewRule } from '../rule';
import { fromTo, some } from '../words';

/** Alerts that leave, come, or ask otherwise than before. */
export const alerts: ReviewRule = (change) => {
  const units = groupBy(
    [...change.alerts.before, ...change.alerts.after],
    ({ unit = '', tenant = '' }) => `${unit} ${tenant}`,
  );
  const sides = [change.alerts.before, change.alerts.after].map((side) => new Set(side));
  return [...units.values()].flatMap((all): Finding[] => {
    const [{ unit, tenant } = {}] = all;
    const other = change.tenants.find((one) => one.unit === unit && one.tenant === tenant);
    // A tenant that comes or leaves does so with its alerts.
    if (other !== undefined && (other.before === undefined || other.after === undefined)) {
      return [];
    }
    const [before, after] = sides.map(
      (side) => new Map(all.filter((one) => side.has(one)).map((one) => [one.key, one])),
    );
    const both = [...(before ?? [])].flatMap(([key, was]) => {
      const is = after?.get(key);
      return is === undefined ? [] : [[was, is] as const];
    });
    const gone = [...(before?.values() ?? [])].filter(({ key }) => after?.has(key) !== true);
    const come = [...(after?.values() ?? [])].filter(({ key }) => before?.has(key) !== true);
    const about = all.flatMap(({ object }) => object ?? []);
    const quieter = both.filter(([was, is]) => was.severity !== is.severity);
    const because = both.flatMap(([was, is]) => changesOf(was, is));
    const found = { unit, tenant, about };
    return [
      ...(gone.length === 0
        ? []
        : [{ ...found, severity: 'warning' as const, says: `nobody is told any more of ${names(gone)}` }]),
      ...(come.length === 0 ? [] : [{ ...found, severity: 'notice' as const, says: `is watched for ${names(come)}` }]),
      ...(because.length === 0
        ? []
        : [
            {
              ...found,
              severity: quieter.length > 0 ? ('warning' as const) : ('notice' as const),
              says: 'alerts tell of something else than before',
              because,
            },
          ]),
    ];
  });
};

function names(all: readonly Alert[]): string {
  return some([...new Set(all.map(({ name }) => name))], 8);
}

function changesOf(was: Alert, is: Alert): string[] {
  return [
    ...(was.severity === is.severity ? [] : [`${is.name} is ${fromTo(was.severity, is.severity)}`]),
    ...(was.lasting === is.lasting ? [] : [`${is.name} after ${fromTo(was.lasting, is.lasting)}`]),
    ...(was.expr === is.expr ? [] : [`${is.name} asks ${asked(was.expr, is.expr)}`]),
  ];
}

/** A number of an expression, which is no part of a name. */
const NUMBER = /(?<![\w.{}"-])\d+(?:\.\d+)?(?![\w.])/g;

/** What differs of two questions: the numbers, where nothing else does. */
function asked(was: string, is: string): string {
  const [before, after] = [was, is].map((expr) => expr.match(NUMBER) ?? []);
  const isSame = was.replace(NUMBER, '#') === is.replace(NUMBER, '#');
  const moved = (before ?? []).flatMap((number, index) => {
    const other = after?.[index];
    return other === number ? [] : [fromTo(number, other)];
  });
  return isSame ? moved.join(', ') : fromTo(brief(was), brief(is));
}

function brief(expr: string): string {
  return expr.length > 120 ? `${expr.slice(0, 117)}…` : expr;
}
