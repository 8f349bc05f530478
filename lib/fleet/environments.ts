import { types } from 'node:util';
import type { App } from 'cdk8s';
import { ATTACHMENT_FOLDERS, type Attachment } from '../core/attachment';
import { groupBy } from '../core/by-key';
import { callersOf } from '../core/caller';
import { isDnsLabel } from '../core/dns-name';
import { type Outcome, outcomeOf, textOf } from '../core/outcome';
import { type Fault, refuse, refuseFaults, verbatim } from '../core/refusal';
import { isRefusal } from '../core/uncaught-refusal';
import { checkedRender } from './checked-render';
import { listImages } from './declared-images';
import type { EnvironmentFault } from './faults';
import { OutputFolder } from './folder/output-folder';
import { summaryOfEach } from './folder/summary';
import { takeNote } from './folder/writers';
import { hostsOfTwoEnvironments } from './hosts-of-environments';
import { markOf } from './mark';
import { type Output, type OutputFile, outputFiles } from './output';
import { remarkLines } from './remarks';
import type { RenderedFile } from './rendered-file';
import { sharedClusterRefusals } from './shared-cluster';
import { answered } from './variants/answer';

/** What is asked of the fleet of an environment. */
export type EnvironmentFleet = App & {
  readonly output: Output;
  readonly beside: Readonly<Record<string, Output>>;
};

/** An environment and how its composition went. */
export interface ComposedEnvironment<Environment extends string, Member extends EnvironmentFleet> {
  /** Its name. */
  readonly name: Environment;
  /** Its fleet, or what was thrown. */
  readonly fleet: Outcome<Member>;
}

/** The same fleet in several environments, made by `Fleet.forEach`. All of them are written, or none. */
export class EnvironmentsOf<Environment extends string, Member extends EnvironmentFleet> {
  public constructor(
    private readonly fleetName: string,
    private readonly outdir: string,
    private readonly composed: ReadonlyArray<ComposedEnvironment<Environment, Member>>,
  ) {
    takeNote(this);
  }

  /** The fleet of one environment, to look at in a test; files are written for all environments at once. */
  public fleet(environment: Environment): Member {
    const found = this.composed.find(({ name }) => name === environment);
    if (found === undefined) {
      const must = `be one of ${this.composed.map(({ name }) => name).join(', ')}`;
      return refuse({ prop: 'environment', kind: 'fleet', id: this.fleetName, must, got: environment });
    }
    if ('thrown' in found.fleet) {
      throw found.fleet.thrown;
    }
    return found.fleet.value;
  }

  /**
   * What `synth` would write: the text of each file under its name, `<environment>/<unit>.k8s.yaml`. Throws, with all
   * that is wrong in all environments at once, if anything is refused.
   */
  public render(): ReadonlyMap<string, string> {
    return new Map([...this.files(this.checked(), ({ output }) => output)].map(({ name, text }) => [name, text]));
  }

  /**
   * Writes the files of all environments, or none: everything is checked and rendered first. Unchanged files are left
   * alone, and files of units and environments that are gone are removed.
   */
  public synth(): void {
    const members = this.composed.flatMap(({ name, fleet }) =>
      'thrown' in fleet ? [] : [{ environment: name, fleet: fleet.value }],
    );
    if (listImages(members.map(({ fleet }) => fleet)) || answered(members)) {
      return;
    }
    const { fleetName: fleet, outdir } = this;
    const markIn = (folder: string) => markOf(fleet, folder === '' ? undefined : folder.replace(/\/.*/s, ''));
    const mayHold = (name: string) => {
      const [environment = '', below] = name.split('/');
      return isDnsLabel(environment) && (below === undefined || ATTACHMENT_FOLDERS.some((one) => one === below));
    };
    const own = { path: outdir, outputOf: ({ output }: Member): Output | undefined => output };
    const others = [...new Set(this.composed.flatMap(besideOf))].map((path) => ({
      path,
      outputOf: ({ beside }: Member): Output | undefined => beside[path],
    }));
    const outputs = [own, ...others].map(({ path, outputOf }) => ({
      path,
      outputOf,
      folder: new OutputFolder(path, { fleet, by: this, markIn, mayHold: path === outdir ? mayHold : isInEnvironment }),
    }));
    for (const { folder } of outputs) {
      folder.recover();
    }
    const checked = this.checked();
    const names = this.composed.map(({ name }) => name);
    for (const { path, folder, outputOf } of outputs) {
      process.stderr.write(summaryOfEach(path, names, folder.write(this.files(checked, outputOf))));
    }
    for (const line of remarkLines(checked.map(({ fleet }) => fleet))) {
      process.stderr.write(line);
    }
    for (const { fleet: member } of checked) {
      // What is declared from now on would be in no file.
      member.node.lock();
    }
  }

  private *files(
    checked: ReadonlyArray<CheckedEnvironment<Environment, Member>>,
    outputOf: (member: Member) => Output | undefined,
  ): Generator<OutputFile> {
    for (const { name: environment, fleet, ...render } of checked) {
      const output = outputOf(fleet);
      const mark = markOf(this.fleetName, environment);
      for (const { name, text } of output === undefined ? [] : outputFiles(output, { mark, ...render })) {
        yield { name: `${environment}/${name}`, text };
      }
    }
  }

  /** The renders of all environments, or all that is wrong with any. */
  private checked(): Array<CheckedEnvironment<Environment, Member>> {
    const renders = this.composed.map(({ name, fleet }) => ({
      name,
      render:
        'thrown' in fleet ? fleet : outcomeOf(() => ({ fleet: fleet.value, checked: checkedRender(fleet.value) })),
    }));
    const alone = renders.flatMap(({ name, render }) =>
      ('thrown' in render ? [thrownFault(render.thrown)] : render.value.checked.wrong).map((fault) => ({
        environment: name,
        ...fault,
      })),
    );
    const members = renders.flatMap(({ name, render }) =>
      'thrown' in render
        ? []
        : [
            {
              name,
              fleet: render.value.fleet,
              objects: render.value.checked.files.flatMap(({ objects }) => objects),
            },
          ],
    );
    refuseFaults(
      together([...alone, ...sharedClusterRefusals(this.fleetName, members), ...this.hostsOfTwo()]),
      renders.flatMap(({ render }) => ('thrown' in render && !isRefusal(render.thrown) ? [render.thrown] : [])),
    );
    return renders.flatMap(({ name, render }) =>
      'thrown' in render
        ? []
        : [
            {
              name,
              fleet: render.value.fleet,
              charts: render.value.checked.files,
              attachments: render.value.checked.attachments,
            },
          ],
    );
  }

  private hostsOfTwo() {
    const members = this.composed.flatMap(({ name, fleet }) =>
      'thrown' in fleet ? [] : [{ environment: name, fleet: fleet.value }],
    );
    return hostsOfTwoEnvironments(this.fleetName, members);
  }
}

/** Whether a folder is that of an environment, or stands in one. */
function isInEnvironment(name: string): boolean {
  return isDnsLabel(name.replace(/\/.*/s, ''));
}

/** The folders that an environment writes into beside its own. */
function besideOf<Member extends EnvironmentFleet>({ fleet }: { fleet: Outcome<Member> }): string[] {
  return 'thrown' in fleet ? [] : Object.keys(fleet.value.beside);
}

/** An environment of which nothing is refused. */
interface CheckedEnvironment<Environment extends string, Member extends EnvironmentFleet> {
  readonly name: Environment;
  readonly fleet: Member;
  readonly charts: readonly RenderedFile[];
  readonly attachments: readonly Attachment[];
}

/** What a composition threw, with the lines that led to it. */
function thrownFault(thrown: unknown): Fault {
  return { sentence: textOf(thrown), places: isRefusal(thrown) ? callersOf(thrown) : [] };
}

/** One mistake is one line, after all the environments that have it. */
function together(wrong: readonly EnvironmentFault[]): Fault[] {
  return [...groupBy(wrong, ({ sentence }) => sentence)].map(([sentence, all]) => ({
    sentence: `${[...new Set(all.map(({ environment }) => environment))].join(', ')}: ${sentence}`,
    places: all.find(({ places }) => places.length > 0)?.places ?? [],
  }));
}

/** Refuses what cannot name a folder, a label and a part of a name. */
export function requireEnvironment(name: string): void {
  if (!isDnsLabel(name)) {
    const must = 'be lower-case letters, digits and "-", not begin or end with "-", and have at most 63 characters';
    refuse({ prop: 'name', kind: 'environment', id: name, must, got: name });
  }
}

/** Refuses a table of no environments: all that was written for any would be removed. */
export function requireSites(fleet: string, count: number): void {
  if (count === 0) {
    refuse({ prop: 'sites', kind: 'fleet', id: fleet, must: 'have at least one environment', got: verbatim('none') });
  }
}

/** Refuses a composition that goes on after it has returned: what it still declares would be missing. */
export function requireDone(environment: string, result: unknown): void {
  if (types.isPromise(result)) {
    const must = 'be done when it returns';
    const instead = 'wait for what it needs before Fleet.forEach(…)';
    refuse({ prop: 'composition', kind: 'environment', id: environment, must, got: verbatim('a promise'), instead });
  }
}
