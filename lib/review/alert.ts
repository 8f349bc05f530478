import { parse } from 'yaml';
import type { Manifest } from '../diff/manifest';
import { isAttached } from './attached';
import { at, fieldsAt, listAt, textAt } from './read';

/** An alert, as Prometheus is told it by a file or an object. */
export interface Alert {
  /**
   * The unit that it watches.
   *
   * @default - its labels name none
   */
  readonly unit?: string;
  /**
   * The tenant that it watches.
   *
   * @default - the unit as a whole
   */
  readonly tenant?: string;
  readonly name: string;
  /** What it is known by on both sides: its name and the labels that are no words of a release or a severity. */
  readonly key: string;
  readonly severity: string;
  /** What it asks. */
  readonly expr: string;
  /** How long the answer must hold. */
  readonly lasting: string;
  /**
   * The object that it stands in.
   *
   * @default - it stands in a file of its own
   */
  readonly object?: Manifest;
}

/** The alerts of files of rules, and of objects of the Prometheus operator among the manifests. */
export function alertsOf(files: ReadonlyMap<string, string>, manifests: readonly Manifest[]): Alert[] {
  const written = [...files]
    .filter(([name]) => isAttached(name) && name.endsWith('.rules'))
    .flatMap(([, text]) => alertsIn(parse(text)));
  const objects = manifests.filter(({ kind }) => kind === 'PrometheusRule');
  return [
    ...written,
    ...objects.flatMap((object) => alertsIn(at(object, 'spec')).map((alert) => ({ ...alert, object }))),
  ];
}

function alertsIn(groups: unknown): Alert[] {
  return listAt(groups, 'groups')
    .flatMap((group) => listAt(group, 'rules'))
    .flatMap((rule) => {
      const name = textAt(rule, 'alert');
      const { release: _, severity = '', ...labels } = fieldsAt(rule, 'labels');
      return name === undefined
        ? []
        : [
            {
              unit: textAt(labels, 'unit'),
              tenant: textAt(labels, 'tenant'),
              name,
              key: JSON.stringify([name, labels]),
              severity: String(severity),
              expr: textAt(rule, 'expr') ?? '',
              lasting: textAt(rule, 'for') ?? '0m',
            },
          ];
    });
}
