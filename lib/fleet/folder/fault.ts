import { codeOf } from '../../core/outcome';
import { type Refusal, refuse, verbatim } from '../../core/refusal';

type Fault = Pick<Refusal, 'must' | 'got' | 'instead'>;

const ELSEWHERE = 'write to another folder, by outdir or CDK8S_OUTDIR';
const DENIED: Fault = { must: 'be one that may be written', got: verbatim('no right to it'), instead: ELSEWHERE };
const FULL: Fault = {
  must: 'have room for the files',
  got: verbatim('a full disk'),
  instead: 'make room; what was there is as it was',
};

/** What the system says of a folder, in our words. */
const FAULTS: Readonly<Record<string, Fault>> = {
  EACCES: DENIED,
  EPERM: DENIED,
  EROFS: { ...DENIED, got: verbatim('a file system that is read only') },
  ENOSPC: FULL,
  EDQUOT: { ...FULL, got: verbatim('a used-up quota') },
  EFBIG: FULL,
  ENOTDIR: { must: 'stand below folders', got: verbatim('a file on the way to it'), instead: ELSEWHERE },
  EMFILE: { must: 'be opened', got: verbatim('too many open files'), instead: 'raise the limit (ulimit -n)' },
  EIO: { must: 'be readable', got: verbatim('a fault of the disk'), instead: ELSEWHERE },
  ENAMETOOLONG: { must: 'have names that the system takes', got: verbatim('one that is too long'), instead: ELSEWHERE },
};

/** Does something to a folder; says in words what the system has against it. */
export function sayFaults<T>(folder: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const fault = FAULTS[codeOf(error)];
    if (fault === undefined) {
      throw error;
    }
    return refuse({ prop: 'path', kind: 'output folder', id: folder, ...fault });
  }
}
