import type { Rule } from '../rendered-object';
import { coordinationSchemas } from './coordination-schemas';
import { readableTexts } from './readable-texts';
import { separateProcesses } from './separate-processes';
import { uniqueObjects } from './unique-objects';
import { unitIds } from './unit-ids';
import { unitNamespaces } from './unit-namespaces';
import { validNames } from './valid-names';

/** The laws over the finished render, each in a file of its own. */
export const RULES: Readonly<Record<string, Rule>> = {
  'coordination-schemas': coordinationSchemas,
  'readable-texts': readableTexts,
  'separate-processes': separateProcesses,
  'unique-objects': uniqueObjects,
  'unit-ids': unitIds,
  'unit-namespaces': unitNamespaces,
  'valid-names': validNames,
};
