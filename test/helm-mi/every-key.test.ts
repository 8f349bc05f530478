import { stringify } from 'yaml';
import { CHART_VERSIONS, KEYS, type KeyKind } from '../../lib/helm-mi/chart';
import { Values } from '../../lib/helm-mi/values';
import { imported } from './imported';

/** A value of each kind that no chart has by itself. */
const MARKS: Readonly<Record<KeyKind, unknown>> = {
  text: 'mark-7',
  secret: 'mark-7',
  number: 70_707,
  bool: true,
  map: { 'mark-7': 'mark-7' },
  list: ['mark-7'],
  switch: { mark7: 'mark-7' },
};

/** Values of which another form is asked for, so that nothing else is refused. */
const OWN: Readonly<Record<string, unknown>> = {
  'wso2.config.coordination.rdbms.url': 'jdbc:mysql://mark-7.example.com:3306/tasks',
  'wso2.config.userstore.rdbms.url': 'jdbc:mysql://mark-7.example.com:3306/users',
  'wso2.deployment.image.digest': `sha256:${'7'.repeat(64)}`,
  'wso2.deployment.image.tag': '7.7.7',
};

/** A key of a list's items, or of a table, set alone. */
function only(path: string, value: unknown): unknown {
  return path.split('.').reduceRight<unknown>((inner, name) => {
    return name.endsWith('[]') ? { [name.slice(0, -2)]: [inner] } : { [name]: inner };
  }, value);
}

/** Keys that are refused alone, in words that name them. */
const REFUSED =
  /^wso2\.(deployment\.mountCapps|config\.(transport\.http\.nonBlocking\.listener\.(port|securedPort)|mediation\.internalHttps?ApiPort))$/;

test.each(CHART_VERSIONS)(
  'every value that a file of chart %s says changes the program, or is named in it with the reason',
  (version) => {
    const usual = imported('{}', version).text;
    // Of the older charts those keys are asked that not every chart reads.
    const asked = [...KEYS].filter(([, { versions }]) => version === '4.6' || versions.length < CHART_VERSIONS.length);
    const silent = asked.flatMap(([path, { kind, versions }]) => {
      const value = OWN[path] ?? MARKS[kind];
      const text = stringify(only(path, value));
      if (REFUSED.test(path) && versions.includes(version)) {
        expect(() => imported(text, version)).toThrow(path);
        return [];
      }
      const program = imported(text, version).text;
      expect(kind === 'secret' && program.includes('mark-7') ? path : '').toBe('');
      return program === usual && !(kind === 'bool' && new Values({}, version).isOn(path)) ? [path] : [];
    });
    expect(silent).toEqual([]);
    expect(KEYS.size).toBeGreaterThan(500);
  },
  120_000,
);
