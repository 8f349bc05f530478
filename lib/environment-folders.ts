import { existsSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isDnsLabel } from './dns-name';
import { OutputFolder, summary } from './output-folder';
import { said, sentence } from './refusal';
import { markOf } from './rendered-file';

/** The files of environments: those of each under its name. */
export type EnvironmentFiles = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The folder that holds a folder for each environment of a fleet. Files of others are never touched. */
export class EnvironmentFolders {
  public constructor(
    private readonly path: string,
    private readonly fleet: string,
  ) {}

  /** What somebody else has put where files of an environment are to be, each as a sentence. */
  public foreign(environment: string, names: Iterable<string>): string[] {
    const path = join(this.path, environment);
    return existsSync(path) && !statSync(path).isDirectory()
      ? [
          sentence({
            prop: 'folder',
            kind: 'environment',
            id: environment,
            must: 'be a folder',
            got: said(`a file at "${path}"`),
            instead: 'move it away, or write to another folder',
          }),
        ]
      : this.folder(environment).foreign(names);
  }

  /** Makes the folders hold just `files`, and those of environments that are gone nothing. Says what it did. */
  public write(files: EnvironmentFiles): string {
    const written = [...files].map(([environment, texts]) =>
      summary(join(this.path, environment), this.folder(environment).write(texts)),
    );
    // The same fleet may have had no environments before.
    const alone = new OutputFolder(this.path, `# ${markOf(this.fleet)}`).write(new Map());
    return [
      ...written,
      ...(alone.removed.length === 0 ? [] : [summary(this.path, alone)]),
      ...this.others(files).flatMap((environment) => this.clear(environment)),
    ].join('');
  }

  private folder(environment: string): OutputFolder {
    return new OutputFolder(join(this.path, environment), `# ${markOf(this.fleet, environment)}`);
  }

  private others(files: EnvironmentFiles): string[] {
    return readdirSync(this.path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && isDnsLabel(entry.name) && !files.has(entry.name))
      .map(({ name }) => name)
      .sort();
  }

  private clear(environment: string): string[] {
    const path = join(this.path, environment);
    const change = this.folder(environment).write(new Map());
    if (change.removed.length === 0) {
      return [];
    }
    if (readdirSync(path).length === 0) {
      rmdirSync(path);
    }
    return [summary(path, change)];
  }
}
