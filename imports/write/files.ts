import { join } from 'node:path';
import { moduleFolder } from '../../test/cluster/build/go-module';
import { customApi } from './crds';
import type { Api } from './definitions';
import { builtInApi } from './openapi';
import { MINORS, PROJECTS, TYPED_KINDS } from './sources';
import { type MinorApi, tableOf } from './table';
import { typesOf } from './types';

const GENERATED = '// Written by `npm run imports`; change imports/write, not this file.\n';

/** The text of every generated file, by its path in imports/. Downloads the modules that the module cache lacks. */
export function generatedFiles(): ReadonlyMap<string, string> {
  const minors = Object.entries(MINORS).map(([minor, version]): MinorApi => {
    return { minor, api: builtInApi(moduleFolder({ path: 'k8s.io/kubernetes', version: `v${version}` })) };
  });
  const projects = Object.entries(PROJECTS).map(([name, { module, version, files, kinds }]) => {
    const folder = moduleFolder({ path: module, version: `v${version}` });
    const from = `${module} ${version}`;
    return {
      name,
      from,
      kinds,
      api: customApi(
        files.map((file) => join(folder, file)),
        kinds,
      ),
    };
  });
  const newest = minors.at(-1)?.api ?? { kinds: [], definitions: new Map() };
  const groups = [
    ...groupsOf('k8s', ...minors.map(({ api }) => api)),
    ...projects.flatMap(({ name, api }) => groupsOf(name, api)),
  ];
  return new Map([
    ['k8s.ts', kubernetesTypes(newest)],
    ['tables/k8s.ts', tableFile(`Kubernetes ${Object.keys(MINORS).at(0)} to ${Object.keys(MINORS).at(-1)}`, minors)],
    ...projects.flatMap(
      ({ name, from, kinds, api }): Array<[string, string]> => [
        [`${name}.ts`, projectTypes(from, api, kinds)],
        [`tables/${name}.ts`, tableFile(from, [{ minor: '', api }])],
      ],
    ),
    ['tables/index.ts', indexFile(groups)],
  ]);
}

function kubernetesTypes(api: Api): string {
  return `${GENERATED}
// Types of Kubernetes ${Object.keys(MINORS).at(-1)}.

/** A number, or a text such as the name of a port or a percentage. */
export type IntOrString = number | string;

/** An amount: \`500m\`, \`1Gi\`. */
export type Quantity = string;

${typesOf(api, TYPED_KINDS)}`;
}

function projectTypes(from: string, api: Api, kinds: readonly string[]): string {
  const types = typesOf(api, kinds);
  const shared = ['IntOrString', 'ObjectMeta', 'PodSpec'].filter((name) => new RegExp(`\\b${name}\\b`).test(types));
  return `${GENERATED}
// Types of ${from}.
import type { ${shared.join(', ')} } from './k8s';

${types}`;
}

function tableFile(from: string, minors: readonly MinorApi[]): string {
  return `${GENERATED}
/** The known fields of ${from}; imports/tables/index.ts says how to read it. */
export const TABLE = \`
${tableOf(minors)}
\`;
`;
}

/** The names of API groups, each with the file of its table. */
function groupsOf(file: string, ...apis: readonly Api[]): Array<[string, string]> {
  const names = apis.flatMap(({ kinds }) => kinds.map(({ apiVersion }) => apiVersion.split('/').at(-2) ?? ''));
  return [...new Set(names)].sort().map((name) => [name, file]);
}

function indexFile(groups: ReadonlyArray<readonly [string, string]>): string {
  const files = [...new Set(groups.map(([, file]) => file))].sort();
  const names = [...new Set(groups.map(([name]) => name))];
  const of = (name: string) => groups.filter(([group]) => group === name).map(([, file]) => file);
  const nameOf = (file: string) => file.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return `${GENERATED}
// Each is loaded when an object of its group is first looked at.
${files.map((file) => `const ${nameOf(file)} = (): string => require('./${file}').TABLE;`).join('\n')}

/**
 * The tables of known fields of each API group. The block \`kinds\` names the kinds of objects, each other
 * one a definition and its fields, one a line: the name, \`!\` if it is required, the type, and the minor versions of
 * Kubernetes that know it so (\`1.28..\`, \`..1.34\`), unless all do. Types are \`string\`, \`integer\`, \`number\`,
 * \`boolean\`, \`quantity\`, \`int-or-string\`, \`any\`, values (\`"TCP"|"UDP"\`), a definition; \`[]\` before it is a list of
 * them, \`{}\` a map.
 */
export const TABLES: Readonly<Record<string, ReadonlyArray<() => string>>> = {
${names.map((name) => `  '${name}': [${of(name).map(nameOf).join(', ')}],`).join('\n')}
};
`;
}
