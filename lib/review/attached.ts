import { dirname } from 'node:path';

/** Folders of files that no API server takes, beside the manifests of an environment. */
const FOLDER = /(^|\/)(rules|dashboards|logs)$/;

/** Whether a file stands beside the manifests: rules of Prometheus, dashboards of Grafana, settings of a log store. */
export function isAttached(name: string): boolean {
  return FOLDER.test(dirname(name)) && !/\.ya?ml$/.test(name);
}

/** The folder of the environment that a file belongs to. */
export function environmentOf(name: string): string {
  const folder = dirname(name);
  return FOLDER.test(folder) ? dirname(folder) : folder;
}

/** The manifests among files, each under its name. */
export function manifestsOf<T>(files: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  return new Map([...files].filter(([name]) => !isAttached(name)));
}
