import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const ROOT = join(__dirname, '..', '..');

/** What a command ended with, and all that it said. */
export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** What the program of a project declares. */
export interface Declared {
  readonly registry: string;
  readonly build: number;
  readonly orders: string;
}

/** A repository of a company: a program, and a folder for each image. */
export class Project {
  public constructor(public readonly folder: string) {
    mkdirSync(this.at('images/orders/carbonapps'), { recursive: true });
    mkdirSync(this.at('images/files/carbonapps'), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), this.at('node_modules'));
    writeFileSync(this.at('cdk8s.yaml'), 'language: typescript\napp: npx tsx main.ts\n');
    cpSync(join(ROOT, 'images', 'mi-base'), this.at('images/mi-base'), { recursive: true });
    for (const [name, from, car] of [
      ['orders', 'signpost', 'Signpost_0.3.0'],
      ['files', 'lab-results-poller', 'LabResultsPoller_1.4.0'],
    ] as const) {
      cpSync(join(ROOT, 'images', from, 'Dockerfile'), this.at(`images/${name}/Dockerfile`));
      cpSync(join(ROOT, 'images', from, 'carbonapps', `${car}.car`), this.at(`images/${name}/carbonapps/${car}.car`));
    }
  }

  public at(name: string): string {
    return join(this.folder, name);
  }

  /** Writes the program. */
  public declare({ registry, build, orders }: Declared): void {
    writeFileSync(
      this.at('main.ts'),
      `import { BusinessUnit, Fleet, ImageLock, MiBaseImage, MiTenant, Scaling } from '${ROOT}/lib';
const base = MiBaseImage.fromRegistry('${registry}/integration/mi-base', {
  release: '4.4.0',
  build: ${build},
  lock: ImageLock.file('images/lock.json'),
});
const fleet = new Fleet();
const retail = new BusinessUnit(fleet, 'retail', { contact: 'retail@example.com' });
new MiTenant(retail, 'orders', { image: base.withApp('orders', '${orders}'), scaling: Scaling.fixed(2) });
new MiTenant(retail, 'files', { image: base.withPoller('files', '1.4.0'), scaling: Scaling.singleton() });
fleet.synth();
`,
    );
  }

  /** Gives all files other modes, as another umask would have. */
  public asIfUmaskWereOpen(): void {
    chmodSync(this.at('images/orders/carbonapps/Signpost_0.3.0.car'), 0o666);
    chmodSync(this.at('images/orders/carbonapps'), 0o777);
    chmodSync(this.at('images/mi-base/conf/deployment.toml'), 0o600);
  }

  public read(name: string): string {
    return existsSync(this.at(name)) ? readFileSync(this.at(name), 'utf8') : '';
  }

  /** Runs a program here. */
  public async run(env: NodeJS.ProcessEnv, file: string, ...args: readonly string[]): Promise<Said> {
    const child = spawn(file, args, {
      cwd: this.folder,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    return { code, out, err };
  }

  /** Runs the command line of this library here. */
  public async mi(env: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<Said> {
    return this.run(env, join(ROOT, 'node_modules/.bin/tsx'), join(ROOT, 'lib', 'cli.ts'), ...args);
  }

  public remove(name: string): void {
    rmSync(this.at(name), { recursive: true, force: true });
  }
}
