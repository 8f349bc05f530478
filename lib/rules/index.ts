import type { Rule } from '../rendered-object';
import { separateProcesses } from './separate-processes';
import { uniqueObjects } from './unique-objects';
import { unitNamespaces } from './unit-namespaces';
import { validNames } from './valid-names';

/** The laws over the finished render, each in a file of its own. */
export const RULES: Readonly<Record<string, Rule>> = {
  'separate-processes': separateProcesses,
  'unique-objects': uniqueObjects,
  'unit-namespaces': unitNamespaces,
  'valid-names': validNames,
};
