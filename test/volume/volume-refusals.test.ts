import { writerRefusals } from '../../lib/volume/volume-refusals';

test('a volume that nobody writes to, or pods of one user, has nothing wrong', () => {
  expect(writerRefusals('clinic/lab', new Map())).toEqual([]);
  expect(writerRefusals('clinic/lab', new Map([['clinic/a', 802]]))).toEqual([]);
});

test('users are told in the order of their numbers, each with its tenants', () => {
  const writers = new Map([
    ['clinic/new', 10802],
    ['clinic/old', 802],
  ]);
  expect(writerRefusals('clinic/lab', writers).map(({ got }) => String(got))).toEqual([
    'user 802 of "clinic/old" and user 10802 of "clinic/new"',
  ]);
});
