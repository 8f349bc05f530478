import { parseAllDocuments } from 'yaml';
import type { Fleet } from '../../../lib';
import type { Container, Manifest, Pod } from '../../manifests';

/** What a test changes of a rendered object before it is applied. */
export type Change = (manifest: Manifest) => Manifest;

/** All objects of a fleet, each changed in the same ways. */
export function objectsOf(fleet: Fleet, ...changes: readonly Change[]): Manifest[] {
  // Rules and dashboards beside them are no objects.
  const files = [...fleet.render()].flatMap(([name, text]) => (name.endsWith('.k8s.yaml') ? text : []));
  const documents = files.flatMap((text) => parseAllDocuments(text));
  return documents.map((document) => changes.reduce((object, change) => change(object), document.toJS() as Manifest));
}

/** Changes the pods of the workloads that a test means. */
export function podsOf(change: (pod: Pod) => Pod, ...names: readonly string[]): Change {
  return (manifest) => {
    const { spec, metadata } = manifest;
    const template = spec?.template;
    if (template === undefined || (names.length > 0 && !names.includes(metadata.name))) return manifest;
    return { ...manifest, spec: { ...spec, template: { ...template, spec: change(template.spec) } } };
  };
}

/** Changes the servers of the workloads that a test means; their sidecars stay. */
export function serversOf(change: (server: Container) => Container, ...names: readonly string[]): Change {
  return podsOf((pod) => ({ ...pod, containers: pod.containers.map(change) }), ...names);
}

/** Adds variables to the servers of the workloads that a test means. */
export function withEnv(variables: Readonly<Record<string, string>>, ...names: readonly string[]): Change {
  const more = Object.entries(variables).map(([name, value]) => ({ name, value }));
  return serversOf((server) => ({ ...server, env: [...(server.env ?? []), ...more] }), ...names);
}

/** Makes room for many pods on a machine of little memory and disk: the limits stay. */
export const smallRequests: Change = serversOf((server) => ({
  ...server,
  resources: { ...limitsOf(server), requests: { cpu: '10m', memory: '32Mi', 'ephemeral-storage': '16Mi' } },
}));

/** Puts a folder of the node in the place of every volume's server. */
export function localVolumes(folder: string): Change {
  return (manifest) => {
    if (manifest.kind !== 'PersistentVolume') return manifest;
    const { nfs: _server, mountOptions: _options, ...spec } = manifest.spec ?? {};
    return { ...manifest, spec: { ...spec, hostPath: { path: folder, type: 'Directory' } } };
  };
}

function limitsOf({ resources }: Container): object {
  return typeof resources === 'object' && resources !== null ? resources : {};
}
