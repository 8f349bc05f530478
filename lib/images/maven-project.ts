import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { output } from '../core/program';
import { refuse, verbatim } from '../core/refusal';
import type { ProjectImage } from './image-project';
import { withoutTimes } from './zip-times';

/** Folder of an image with the CARs that its Dockerfile copies. */
const APPLICATIONS = 'carbonapps';

/** Folder that Maven builds in; nothing of it is for an image but its CARs. */
export const MAVEN_OUTPUT = 'target';

/**
 * Builds the integration project in the folder of an image, and gives the paths of its CARs. A folder without `pom.xml`
 * has its CARs already. The wrapper of the project is taken before the Maven of the machine, and is told the version as
 * `revision`, so that a project may take it from the program of the fleet.
 */
export async function carsOf(
  { folder, version }: ProjectImage,
  onLine: (line: string) => void,
): Promise<readonly string[]> {
  const pom = join(folder, 'pom.xml');
  if (!existsSync(pom)) {
    return [];
  }
  const wrapper = join(folder, 'mvnw');
  // What an older version left in target/ would be a second application in the image.
  const flags = ['--batch-mode', '--no-transfer-progress', `--file=${pom}`, `-Drevision=${version}`];
  await output(existsSync(wrapper) ? wrapper : 'mvn', [...flags, 'clean', 'package'], { onLine });
  const target = join(folder, MAVEN_OUTPUT);
  const cars = existsSync(target) ? readdirSync(target).filter((name) => name.endsWith('.car')) : [];
  if (cars.length === 0) {
    const must = 'make a CAR in target/';
    refuse({ prop: 'pom.xml', kind: 'image', id: basename(folder), must, got: verbatim('none after mvn package') });
  }
  return cars.sort().map((name) => join(target, name));
}

/**
 * Puts CARs among those of a folder to build from. Their entries lose their times, so that a project that did not change
 * is the same layer again.
 */
export function addCars(staged: string, cars: readonly string[]): void {
  const applications = join(staged, APPLICATIONS);
  for (const car of cars) {
    mkdirSync(applications, { recursive: true });
    const to = join(applications, basename(car));
    writeFileSync(to, withoutTimes(readFileSync(car)));
  }
}
