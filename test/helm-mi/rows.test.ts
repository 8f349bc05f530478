import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { helmMiExamplesDoc, outcomes } from '../../docs/helm-mi-examples';
import { falseNotes } from './notes';
import { keysOf, ROWS } from './page';
import { CHART, fileOf, pathsIn } from './rows';

const all = outcomes();

test('each key of each row of docs/helm-mi.md stands in an example', () => {
  const said = new Set(all.flatMap(({ example }) => pathsIn(example.said)));
  expect(ROWS.flatMap(keysOf).filter((key) => !said.has(key))).toEqual([]);
});

test('a row that says yes has an example for which the import writes something of its own, or refuses it in words', () => {
  const speaking = all.filter(({ lines, refused }) => lines.length > 0 || refused !== undefined);
  const said = new Set(speaking.flatMap(({ example }) => pathsIn(example.said)));
  const silent = ROWS.filter((row) => row.mark === 'yes' && !keysOf(row).some((key) => said.has(key)));
  expect(silent.map(({ theirs }) => theirs)).toEqual([]);
  expect(all.flatMap(({ refused }) => refused ?? [])).toEqual([
    'wso2.config.mediation.internalHttpApiPort of values file "of chart 4.6" must be 9191, to which the stock offset of 10 is added, got 9301; ports, probes and Service count on it',
  ]);
});

test('a row that says no has no example for which the import writes code', () => {
  const none = new Set(ROWS.filter(({ mark }) => mark === 'no').flatMap(keysOf));
  const listed = new Set(ROWS.flatMap(keysOf));
  const placed = all.filter(({ example, lines }) => {
    const own = pathsIn(example.said).filter((path) => listed.has(path));
    return own.every((path) => none.has(path)) && lines.some((line) => !/^\s*\/\//.test(line));
  });
  expect(placed.map(({ example }) => example.id)).toEqual([]);
});

test('no note of an example says that something is off which is on', () => {
  expect(all.flatMap(({ example, unplaced }) => falseNotes(unplaced, fileOf(example.said), CHART))).toEqual([]);
});

test('nothing that the chart renders for an example is worse here', () => {
  const worse = all.flatMap(({ example, judged }) =>
    judged.flatMap((one) => (one.verdict === 'worse' ? [[example.id, one]] : [])),
  );
  expect(worse).toEqual([]);
  expect(all.filter(({ judged, refused }) => refused === undefined && judged.length < 100)).toEqual([]);
});

test('docs/helm-mi-examples.md shows them as they are', () => {
  expect(readFileSync(join(__dirname, '..', '..', 'docs', 'helm-mi-examples.md'), 'utf8')).toBe(helmMiExamplesDoc(all));
});
