import { parseAllDocuments } from 'yaml';
import { isRecord } from '../core/record';
import { refuse, verbatim } from '../core/refusal';
import { Fleet } from '../fleet/fleet';
import type { Imported } from './import';
import type { Rendered } from './leaves';
import { LIBRARY } from './library';
import { run } from './run';

/** The objects of a fleet as its program makes it; nothing is written. */
export function renderedBy({ statements }: Imported): Rendered[] {
  const fleet = run(statements, LIBRARY).get('fleet');
  if (!(fleet instanceof Fleet)) {
    return [];
  }
  return [...fleet.render()].flatMap(([file, text]) => objectsOf(file, text));
}

/** The objects of a file of manifests, such as `helm template` and `helm get manifest` print. */
export function objectsOf(file: string, text: string): Rendered[] {
  return parseAllDocuments(text, { version: '1.1' }).flatMap((document): Rendered[] => {
    const [error] = document.errors;
    if (error !== undefined) {
      const got = verbatim(error.message.split('\n')[0] ?? '');
      return refuse({ prop: 'text', kind: 'manifest', id: file, must: 'be YAML', got });
    }
    const object: unknown = document.toJS();
    return isObject(object) ? [object] : [];
  });
}

function isObject(value: unknown): value is Rendered {
  return (
    isRecord(value) &&
    typeof value.kind === 'string' &&
    isRecord(value.metadata) &&
    typeof value.metadata.name === 'string'
  );
}
