import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What a process prints that has loaded cdk8s as the synth does. */
function printed(program: string): unknown {
  const late = JSON.stringify(join(__dirname, '..', '..', 'start', 'late-yaml.js'));
  const head = `const { createRequire } = require('node:module');
const file = require.resolve('cdk8s');
const ofCdk8s = createRequire(file);
const loaded = () => Object.keys(require.cache).filter((name) => name.includes('/node_modules/yaml/')).length;
require(${late}).withLateYaml(ofCdk8s, () => require(file));
`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', `${head}console.log(JSON.stringify(${program}))`], {
    cwd: join(__dirname, '..', '..'),
    encoding: 'utf8',
    timeout: 60_000,
  });
  return stderr === '' ? JSON.parse(stdout) : stderr;
}

test('cdk8s is loaded without its YAML library, which is there as soon as somebody asks', () => {
  const program = `{ before: loaded(), text: require(file).Yaml.stringify({ on: 'yes' }, { name: 'a' }), after: loaded() > 50 }`;
  expect(printed(program)).toEqual({ before: 0, text: '"on": "yes"\n---\nname: a\n', after: true });
});

test('whoever else asks for that library gets it whole', () => {
  expect(printed(`Object.keys(ofCdk8s('yaml')).includes('parseDocument')`)).toBe(true);
});

test('a library that is asked while cdk8s loads answers', () => {
  const program = `(delete require.cache[file], require(${JSON.stringify(
    join(__dirname, '..', '..', 'start', 'late-yaml.js'),
  )}).withLateYaml(ofCdk8s, () => { globalThis.said = ofCdk8s('yaml').parse('a: 1') }), globalThis.said)`;
  expect(printed(program)).toEqual({ a: 1 });
});

test('a library that is loaded already stays the one that it is', () => {
  const late = JSON.stringify(join(__dirname, '..', '..', 'start', 'late-yaml.js'));
  const program = `(() => {
    const before = ofCdk8s('yaml');
    delete require.cache[file];
    require(${late}).withLateYaml(ofCdk8s, () => require(file));
    return ofCdk8s('yaml') === before;
  })()`;
  expect(printed(program)).toBe(true);
});
