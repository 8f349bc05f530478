import { parse } from 'smol-toml';
import { outcomeOf } from '../core/outcome';
import type { KubernetesObject } from '../rendered/rendered-object';

/** An object whose texts of TOML are their keys, so that each of these is a field. */
export function readable(object: KubernetesObject): unknown {
  const { data } = Object(object);
  return data === undefined
    ? object
    : { ...object, data: Object.fromEntries(Object.entries(data).map(([name, text]) => [name, parsed(name, text)])) };
}

function parsed(name: string, text: unknown): unknown {
  const outcome = outcomeOf(() => (name.endsWith('.toml') ? parse(String(text)) : text));
  return 'thrown' in outcome ? text : outcome.value;
}
