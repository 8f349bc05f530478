import { Option } from 'commander';
import { type AddCommand, isColoured } from '../core/shell';
import { environmentOf, manifestsOf } from './attached';
import { byHand } from './by-hand';
import { changeOf } from './change';
import { runningState } from './cluster-source';
import { compareSeverity, SEVERITIES, type Severity } from './finding';
import { withMovedFolders } from './moved-folders';
import { otherUnits } from './other-units';
import { reviewOf, reviewOfChange, type ToldFinding } from './review';
import { reviewJson } from './review-json';
import { reviewMarkdown } from './review-markdown';
import { reviewText, type Sides } from './review-text';
import { type ComparedTexts, comparedTexts, mainBranch, sourceOf, workingTree } from './sources';
import { staleHint } from './stale';

const FORMATS = { text: reviewText, markdown: reviewMarkdown, json: reviewJson } as const;

interface Options {
  readonly format: keyof typeof FORMATS;
  readonly folder: string;
  readonly failOn?: Severity;
  readonly cluster?: true;
  readonly context?: string;
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
    .addOption(new Option('--json', 'as --format json, which other commands call so').implies({ format: 'json' }))
    .option('--folder <folder>', 'where the manifests are in git and in the working tree', 'dist')
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 where something is as dangerous or more').choices(SEVERITIES),
    )
    .addHelpText('after', '\nExit code: 0, or 1 by --fail-on, 2 if there is nothing to compare.')
    .option('--cluster', 'compare with what runs, as kubectl sees it; the one argument is the other side')
    .option('--context <name>', 'the context of kubectl for --cluster; its own, if it is left out')
    .action((from: string | undefined, to: string | undefined, options: Options) => {
      const { sides, findings } = options.cluster === true ? withCluster(from, options) : between(from, to, options);
      const hint = to === undefined ? staleHint(options.folder, sides.revision, findings.length > 0) : undefined;
      shell.stderr.write(hint === undefined ? '' : `hint: ${hint}\n`);
      const told = FORMATS[options.format](sides, { findings });
      shell.stdout.write(options.format === 'text' && isColoured(shell) ? coloured(told) : told);
      const { failOn } = options;
      const fails = failOn !== undefined && findings.some(({ severity }) => compareSeverity(severity, failOn) >= 0);
      shell.exitCode = fails ? 1 : 0;
    });
};

interface Told {
  readonly sides: Sides & {
    /** The revision that the sources are compared with. */
    readonly revision: string;
  };
  readonly findings: readonly ToldFinding[];
}

function between(from: string | undefined, to: string | undefined, { folder }: Options): Told {
  const [one, other] = [
    sourceOf(from ?? mainBranch(), folder),
    to === undefined ? workingTree(folder) : sourceOf(to, folder),
  ];
  return {
    sides: { from: one.title, to: other.title, revision: one.revision ?? 'HEAD' },
    ...reviewOfAll(comparedTexts(one, other)),
  };
}

/** What runs against what an apply of these files makes of it. */
function withCluster(argument: string | undefined, { folder, context }: Options): Told {
  const source = argument === undefined ? workingTree(folder) : sourceOf(argument, folder);
  const files = source.texts([...manifestsOf(source.identities).keys()]);
  const running = runningState(files, context);
  const { findings } = reviewOfChange(changeOf(running.texts, files), {
    'by-hand': byHand(running),
    'other-units': otherUnits(running),
  });
  return {
    sides: { from: context === undefined ? 'cluster' : `cluster ${context}`, to: source.title, revision: 'HEAD' },
    findings,
  };
}

/** What lies in one folder goes to one cluster; each folder is reviewed by itself. */
function reviewOfAll(texts: ComparedTexts): { readonly findings: readonly ToldFinding[] } {
  const { from, to, both, moved } = withMovedFolders(texts);
  const folders = new Set([...from.keys(), ...to.keys()].map(environmentOf));
  const reviews = [...folders].sort().map((folder) => {
    const inside = (texts: ReadonlyMap<string, string>) =>
      new Map([...texts].filter(([name]) => environmentOf(name) === folder));
    const { findings } = reviewOf(inside(from), inside(to), [...inside(both).values()]);
    const all = [...movedFindings(moved.get(folder)), ...findings];
    return folder === '.'
      ? all
      : all.map((finding) => ({ ...finding, unit: `${folder}: ${finding.unit ?? '(fleet)'}` }));
  });
  return { findings: reviews.flat().sort((one, other) => compareSeverity(other.severity, one.severity)) };
}

function movedFindings(before: string | undefined): ToldFinding[] {
  const where = before === '.' ? 'the folder above' : `the folder ${before}`;
  const says = `its files lay in ${where} before, with which they are compared`;
  return before === undefined ? [] : [{ rule: 'moved-folders', severity: 'notice', says, about: [] }];
}

const COLOURS: Readonly<Record<string, string>> = { danger: '31;1', warning: '33', notice: '36', quiet: '2' };

function coloured(text: string): string {
  return text.replace(
    /^ {2}(danger|warning|notice|quiet)/gm,
    (line, severity) => `\u001b[${COLOURS[severity]}m${line}\u001b[0m`,
  );
}
