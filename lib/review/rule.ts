import type { Change } from './change';
import type { Finding } from './finding';

/** One thing that a reviewer asks of a change, and what is found. */
export type ReviewRule = (change: Change) => Finding[];
