import { Fleet } from '../lib';
import { cdk8sPeers } from './cdk8s-peers';
import { compose } from './fleet';
import { helmPeer } from './helm-peer';
import { jsonnetPeer } from './jsonnet-peer';
import { kustomizePeer } from './kustomize-peer';
import { ownCommand, ownProject } from './own-project';
import { type Peer, UNIT } from './peer';

/** A unit as it is rendered. */
export function unitText(): string {
  const fleet = new Fleet();
  compose(fleet, 1);
  return fleet.render().get(`${UNIT}.k8s.yaml`) ?? '';
}

/** All programs of the comparison, this one first. Those of others are written into a folder. */
export function peers(folder: string, sizes: readonly number[]): Peer[] {
  const text = unitText();
  const project = ownProject(folder);
  return [
    {
      name: 'this',
      stream: (units) => ownCommand(project, 'own.ts', `${units}`),
      files: (units, out) => ownCommand(project, 'own-files.ts', `${units}`, out),
    },
    ...cdk8sPeers(folder, text),
    helmPeer(3, folder, text, sizes),
    helmPeer(4, folder, text, sizes),
    jsonnetPeer(folder, text),
    kustomizePeer(folder, text, sizes),
  ];
}
