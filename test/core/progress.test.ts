import { Progress } from '../../lib/core/progress';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

/** What a terminal, or a pipe, gets to see of steps that each take so many milliseconds. */
function seen(isTTY: boolean, milliseconds: readonly number[]): string[] {
  const lines: string[] = [];
  const write = (text: string | Uint8Array) => lines.push(text.toString()) > 0;
  const progress = new Progress('rendering', milliseconds.length, { isTTY, write });
  for (const duration of milliseconds) {
    progress.after(() => jest.advanceTimersByTime(duration));
  }
  return lines;
}

test('what takes long says how far it is, in one line that it ends', () => {
  expect(seen(true, [700, 700, 700])).toEqual(['\rrendering: 2 of 3', '\rrendering: 3 of 3\n']);
});

test('what is done within a second says nothing', () => {
  expect(seen(true, [300, 300, 300])).toEqual([]);
});

test('a pipe gets nothing, however long it takes', () => {
  expect(seen(false, [5000, 5000])).toEqual([]);
});

test('the line changes five times a second at the most, and ends all the same', () => {
  const quick = Array.from({ length: 11 }, () => 50);
  expect(seen(true, [1100, ...quick])).toEqual([
    '\rrendering: 1 of 12',
    '\rrendering: 6 of 12',
    '\rrendering: 11 of 12',
    '\rrendering: 12 of 12\n',
  ]);
});

test('a step hands on what it made', () => {
  expect(new Progress('rendering', 1).after(() => 'clinic.k8s.yaml')).toBe('clinic.k8s.yaml');
});

test('a step that fails is not counted, and its failure is not hidden', () => {
  const progress = new Progress('rendering', 1);
  const fails = () => {
    throw new Error('no such unit');
  };
  expect(() => progress.after(fails)).toThrow(new Error('no such unit'));
});
