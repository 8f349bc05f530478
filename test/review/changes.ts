import { stringify } from 'yaml';
import { BusinessUnit, type BusinessUnitProps, type Fleet, MiTenant, type MiTenantProps, Scaling } from '../../lib';
import { changeOf } from '../../lib/review/change';
import type { Finding } from '../../lib/review/finding';
import type { ReviewRule } from '../../lib/review/rule';
import { base, KNOWN, newFleet } from '../manifests';

type Files = ReadonlyMap<string, string>;

/** The files of a fleet with the unit "retail". */
export function retail(
  compose: (unit: BusinessUnit, fleet: Fleet) => unknown,
  props: Partial<BusinessUnitProps> = {},
): Files {
  const fleet = newFleet();
  compose(new BusinessUnit(fleet, 'retail', { contact: 'integration@example.com', ...props }), fleet);
  return fleet.render();
}

/** An application "orders" of two pods. */
export function app(unit: BusinessUnit, props: Partial<MiTenantProps<'app'>> = {}, id = 'orders'): MiTenant<'app'> {
  return new MiTenant(unit, id, { image: base.withApp(id, '1.0.0'), scaling: Scaling.fixed(2), ...props });
}

/** The files of the unit "retail" with that application. */
export function orders(props: Partial<MiTenantProps<'app'>> = {}): Files {
  return retail((unit) => app(unit, props));
}

/** A file of plain objects, of which each has what it is called. */
export function plain(...objects: ReadonlyArray<{ readonly kind: string; readonly [field: string]: unknown }>): Files {
  const texts = objects.map(({ kind, apiVersion = 'v1', metadata, ...fields }) =>
    stringify({ apiVersion, kind, metadata: { name: 'it', namespace: 'retail', ...Object(metadata) }, ...fields }),
  );
  return new Map([['plain.yaml', texts.join('---\n')]]);
}

/** A plain Deployment of two pods whose pod has these fields. */
export function plainPods(
  pod: object = {},
  container: object = {},
  kind = 'Deployment',
  spec: object = {},
  apiVersion = 'apps/v1',
): Files {
  const containers = [{ name: 'app', image: 'registry.example.com/app:1', ...container }];
  const template = { metadata: { labels: { app: 'it' } }, spec: { containers, ...pod } };
  const selector = { matchLabels: { app: 'it' } };
  return plain({ kind, apiVersion, spec: { replicas: 2, selector, template, ...spec } });
}

/** What a rule finds, a line each: severity, whom it happens to, what, why; and the commands. */
export function found(rule: ReviewRule, before: Files, after: Files): string[] {
  return rule(changeOf(before, after, KNOWN)).map(lineOf);
}

function lineOf({ severity, unit, tenant, says, because = [], run = [] }: Finding): string {
  const whom = [unit, tenant].filter((part) => part !== undefined).join('/');
  return [`${severity} ${whom}: ${says}`, ...because.map((why) => `[${why}]`), ...run.map((line) => `$ ${line}`)].join(
    ' ',
  );
}
