import { ApiObject, Chart } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import type { Fleet } from '../lib';
import { type FieldProgram, fieldPrograms, pathText, STRANGE, strangePrograms, valueAt } from './every-field';
import { errorOf, newFleet } from './manifests';

const NEWEST = '1.36';

interface Rendered {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: { readonly template?: { readonly spec: unknown } };
}

function objectsOf(fleet: Fleet): Rendered[] {
  return [...fleet.render().values()].flatMap((text) =>
    parseAllDocuments(text).map((document): Rendered => document.toJS()),
  );
}

function sentences(fleet: Fleet): string[] {
  return errorOf(() => fleet.render())
    .split('\n')
    .slice(1);
}

/** Whether a sentence names a key of the way to a field. */
function names(sentence: string, { path }: FieldProgram): boolean {
  return path.some((key) => typeof key === 'string' && key.length > 1 && sentence.includes(key));
}

describe('a plain Pod', () => {
  const programs = fieldPrograms('PodSpec', NEWEST);

  function fleetOf(chosen: ReadonlyArray<readonly [number, FieldProgram]>): Fleet {
    const fleet = newFleet({ kubernetes: NEWEST });
    for (const [index, { value }] of chosen) {
      new ApiObject(new Chart(fleet, `p${index}`), 'pod', {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: `p-${index}` },
        spec: value,
      });
    }
    return fleet;
  }

  test('has every field of the newest schema in the manifest, or a law that names it', () => {
    const all = programs.map((program, index) => [index, program] as const);
    const said = sentences(fleetOf(all));
    const refusedBy = (index: number) => said.find((sentence) => sentence.includes(` of Pod "p-${index}" must `));
    const unnamed = all.filter(([index, program]) => {
      const sentence = refusedBy(index);
      return sentence !== undefined && !names(sentence, program);
    });
    expect(unnamed).toEqual([]);
    const taken = all.filter(([index]) => refusedBy(index) === undefined);
    const rendered = new Map(objectsOf(fleetOf(taken)).map(({ metadata, spec }) => [metadata.name, spec]));
    const missing = taken.filter(
      ([index, { path, value }]) =>
        JSON.stringify(valueAt(rendered.get(`p-${index}`), path)) !== JSON.stringify(valueAt(value, path)),
    );
    expect(missing.map(([, { path }]) => pathText(path, 'spec'))).toEqual([]);
    expect(taken.length).toBeGreaterThan(0.8 * programs.length);
    expect(programs.length).toBeGreaterThan(500);
  });

  test('is refused by the path of a field that nobody knows, wherever it stands', () => {
    const strange = strangePrograms('PodSpec', NEWEST);
    const said = sentences(fleetOf(strange.map((program, index) => [index, program])));
    const silent = strange.filter(({ path }, index) => {
      const refusal = `- ${pathText(path, 'spec')} of Pod "p-${index}" must be a field that Kubernetes 1.36 knows, got 1`;
      return !said.includes(refusal);
    });
    expect(silent.map(({ path }) => pathText(path))).toEqual([]);
    expect(strange.length).toBeGreaterThan(100);
    expect(strange.every(({ path }) => path.at(-1) === STRANGE)).toBe(true);
  });
});
