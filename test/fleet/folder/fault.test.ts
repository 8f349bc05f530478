import { sayFaults } from '../../../lib/fleet/folder/fault';
import { errorOf } from '../../manifests';

const ELSEWHERE = 'write to another folder, by outdir or CDK8S_OUTDIR';

function failing(code: string): Error {
  return Object.assign(new Error(`${code}: as the system says it`), { code });
}

test.each([
  ['EACCES', `be one that may be written, got no right to it; ${ELSEWHERE}`],
  ['EPERM', `be one that may be written, got no right to it; ${ELSEWHERE}`],
  ['EROFS', `be one that may be written, got a file system that is read only; ${ELSEWHERE}`],
  ['ENOSPC', 'have room for the files, got a full disk; make room; what was there is as it was'],
  ['EDQUOT', 'have room for the files, got a used-up quota; make room; what was there is as it was'],
  ['EFBIG', 'have room for the files, got a full disk; make room; what was there is as it was'],
  ['ENOTDIR', `stand below folders, got a file on the way to it; ${ELSEWHERE}`],
  ['EMFILE', 'be opened, got too many open files; raise the limit (ulimit -n)'],
  ['EIO', `be readable, got a fault of the disk; ${ELSEWHERE}`],
  ['ENAMETOOLONG', `have names that the system takes, got one that is too long; ${ELSEWHERE}`],
])('what the system says as %s is said in words', (code, text) => {
  const throwing = () => {
    throw failing(code);
  };
  expect(errorOf(() => sayFaults('dist', throwing))).toBe(`path of output folder "dist" must ${text}`);
});

test('what has no words here is said as the system says it', () => {
  const throwing = () => {
    throw failing('EWHAT');
  };
  expect(errorOf(() => sayFaults('dist', throwing))).toBe('EWHAT: as the system says it');
});
