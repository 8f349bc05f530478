import * as fc from 'fast-check';
import { lineChanges } from '../../lib/diff/line-changes';

function shown(from: string, to: string): string[] {
  return lineChanges(from, to).map(({ sign, line }) => `${sign}${line}`);
}

test.each([
  ['nothing of equal texts', 'a\nb\n', 'a\nb\n', []],
  ['a line that changes', 'a\nb\nc', 'a\nx\nc', ['-b', '+x']],
  ['a line that comes', 'a\nc', 'a\nb\nc', ['+b']],
  ['a line that goes, the last', 'a\nb', 'a', ['-b']],
  ['two places, with what is kept between them left out', 'a\nb\nc\nd\ne', 'A\nb\nc\nD\ne', ['-a', '+A', '-d', '+D']],
  ['a repeated line once', 'a\na', 'a\na\na', ['+a']],
  ['the end of the last line', 'a\n', 'a', ['-']],
])('tells %s', (_, from, to, changes) => {
  expect(shown(from, to)).toEqual(changes);
});

test('the changes lead from the one text to the other, and name no line that stays in its place', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (from, to) => {
      const changes = lineChanges(from, to);
      const count = (lines: readonly string[], line: string) => lines.filter((each) => each === line).length;
      for (const line of ['a', 'b', 'c', '']) {
        const come = changes.filter((change) => change.sign === '+' && change.line === line).length;
        const gone = changes.filter((change) => change.sign === '-' && change.line === line).length;
        expect(count(to.split('\n'), line) - count(from.split('\n'), line)).toBe(come - gone);
      }
      expect(changes.length === 0).toBe(from === to);
    }),
  );
});

test('texts that differ in very many lines are shown whole, in no time', () => {
  const lines = (sign: string) => Array.from({ length: 20_000 }, (_, index) => `${sign}${index}`).join('\n');
  expect(lineChanges(lines('a'), lines('b'))).toHaveLength(40_000);
});
