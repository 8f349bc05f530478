import { dirname } from 'node:path';
import { Option } from 'commander';
import { type AddCommand, isColoured } from '../core/shell';
import { compareSeverity, SEVERITIES, type Severity } from './finding';
import { reviewOf, type ToldFinding } from './review';
import { reviewJson } from './review-json';
import { reviewMarkdown } from './review-markdown';
import { reviewText } from './review-text';
import { differingTexts, mainBranch, sourceOf, workingTree } from './sources';

const FORMATS = { text: reviewText, markdown: reviewMarkdown, json: reviewJson } as const;

interface Options {
  readonly format: keyof typeof FORMATS;
  readonly folder: string;
  readonly failOn?: Severity;
}

/** `cdk8s-wso2-mi review`: what a change of manifests will do to the cluster. */
export const addReview: AddCommand = (program, shell) => {
  program
    .command('review')
    .description(
      'Tells what a change of the rendered manifests will do to the cluster: what restarts, goes down, is refused, is ' +
        'lost, opens, costs; per unit and tenant, the most dangerous first.',
    )
    .argument('[from]', 'a revision of git or a folder; where this branch left the main branch, if it is left out')
    .argument('[to]', 'the other one; the files as they lie there, if it is left out')
    .addOption(new Option('--format <format>', 'how it is told').choices(Object.keys(FORMATS)).default('text'))
    .option('--folder <folder>', 'where the manifests are in git and in the working tree', 'dist')
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 where something is as dangerous or more').choices(SEVERITIES),
    )
    .addHelpText('after', '\nExit code: 0, or 1 by --fail-on, 2 if there is nothing to compare.')
    .action((from: string | undefined, to: string | undefined, options: Options) => {
      const [one, other] = [
        sourceOf(from ?? mainBranch(), options.folder),
        to === undefined ? workingTree(options.folder) : sourceOf(to, options.folder),
      ];
      const sides = { from: one.title, to: other.title };
      const review = reviewOfAll(differingTexts(one, other));
      const told = FORMATS[options.format](sides, review);
      shell.stdout.write(options.format === 'text' && isColoured(shell) ? coloured(told) : told);
      const { failOn } = options;
      const fails =
        failOn !== undefined && review.findings.some(({ severity }) => compareSeverity(severity, failOn) >= 0);
      shell.exitCode = fails ? 1 : 0;
    });
};

/** What lies in one folder goes to one cluster; each folder is reviewed by itself. */
function reviewOfAll({ from, to }: { from: ReadonlyMap<string, string>; to: ReadonlyMap<string, string> }): {
  readonly findings: readonly ToldFinding[];
} {
  const folders = new Set([...from.keys(), ...to.keys()].map((name) => dirname(name)));
  const reviews = [...folders].sort().map((folder) => {
    const inside = (texts: ReadonlyMap<string, string>) =>
      new Map([...texts].filter(([name]) => dirname(name) === folder));
    const { findings } = reviewOf(inside(from), inside(to));
    return folder === '.'
      ? findings
      : findings.map((finding) => ({ ...finding, unit: `${folder}: ${finding.unit ?? '(fleet)'}` }));
  });
  return { findings: reviews.flat().sort((one, other) => compareSeverity(other.severity, one.severity)) };
}

const COLOURS: Readonly<Record<string, string>> = { danger: '31;1', warning: '33', notice: '36', quiet: '2' };

function coloured(text: string): string {
  return text.replace(
    /^ {2}(danger|warning|notice|quiet)/gm,
    (line, severity) => `\u001b[${COLOURS[severity]}m${line}\u001b[0m`,
  );
}
