import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the props are declared by which a field is decided: file, interface, and how paths of them begin. */
const PROPS = {
  lifecycle: ['tenant/lifecycle', 'LifecycleProps'],
  config: ['config/mi-config', 'MiConfig'],
  pod: ['tenant/pod-props', 'PodProps'],
  alerts: ['monitoring/alert-props', 'AlertProps'],
  tenant: ['tenant/mi-tenant-props', 'MiTenantProps'],
  unit: ['unit/business-unit-props', 'BusinessUnitProps'],
  fleet: ['fleet/fleet-props', 'FleetProps'],
} as const;

/** A group of props. */
export type PropsOf = keyof typeof PROPS;

/** What a prop is if it is left out, as its own comment says it; '' if that says nothing. */
export function defaultOf(of: PropsOf, prop: string): string {
  const [file, name] = PROPS[of];
  const inside =
    textOf(file)
      .split(new RegExp(`^export interface ${name}\\b`, 'm'))[1]
      ?.split(/^\}/m)[0] ?? '';
  const [, comment = ''] = new RegExp(`/\\*\\*((?:(?!\\*/).)*)\\*/\\s*readonly ${prop}\\??:`, 's').exec(inside) ?? [];
  const [, said = ''] = /@default (.*)$/s.exec(comment.replace(/\s*\n\s*\*/g, ' ')) ?? [];
  return said.replace(/^- /, '').replace(/\s+/g, ' ').trim();
}

/** The sources, or what is published of them; the bundle stands a folder above its parts. */
function textOf(file: string): string {
  const paths = ['..', '.'].flatMap((above) => ['.ts', '.d.ts'].map((end) => join(__dirname, above, `${file}${end}`)));
  const found = paths.find((path) => existsSync(path));
  return found === undefined ? '' : readFileSync(found, 'utf8');
}

/** The group and the name of a prop by its path: `lifecycle.drain`, `size`, `config.files["conf/a.txt"]`. */
export function propAt(path: string): readonly [PropsOf, string] {
  const [first = '', second] = path.split(/[.[]/);
  return isGroup(first) && second !== undefined ? [first, second] : ['tenant', first];
}

function isGroup(name: string): name is PropsOf {
  return Object.hasOwn(PROPS, name);
}
