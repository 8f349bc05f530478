import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Place } from './fleet-map';

const NOT_SOURCES = new Set(['node_modules', 'dist', 'build', 'imports', 'test']);

/** The sources of a project, and where in them a word stands in quotes. */
export class SourceLines {
  /** The TypeScript files of a folder, but for tests and what is generated. */
  public static of(folder: string): SourceLines {
    return new SourceLines(filesIn(folder).map((path) => ({ file: relative(folder, path), lines: linesOf(path) })));
  }

  private readonly places = new Map<string, Place>();
  private readonly declared = new Set<string>();

  public constructor(sources: ReadonlyArray<{ readonly file: string; readonly lines: readonly string[] }>) {
    for (const { file, lines } of sources) {
      lines.forEach((text, index) => {
        for (const [, word = ''] of text.matchAll(/['"`]([a-z0-9][-a-z0-9]*)['"`]/g)) {
          this.take(word, { file, line: index + 1 }, `${lines[index - 1] ?? ''}${text}`.includes('new MiTenant('));
        }
      });
    }
  }

  /** Where a tenant of this id is declared: at its constructor, else where its id first stands in quotes. */
  public placeOf(id: string): Place | undefined {
    return this.places.get(id);
  }

  private take(word: string, place: Place, isDeclaration: boolean): void {
    if (!this.places.has(word) || (isDeclaration && !this.declared.has(word))) {
      this.places.set(word, place);
    }
    if (isDeclaration) {
      this.declared.add(word);
    }
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return NOT_SOURCES.has(entry.name) || entry.name.startsWith('.') ? [] : filesIn(path);
    }
    return entry.isFile() && /(?<!\.d|\.test)\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function linesOf(path: string): string[] {
  return readFileSync(path, 'utf8').split('\n');
}
