import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  ARGO_ROLLOUTS,
  AWS_MODEL,
  CERT_MANAGER,
  CRD_MODULES,
  ETCD,
  GRAFANA_DASHBOARD,
  HELM_3,
  HELM_4,
  JAEGER,
  KEDA,
  KUBE_ROUTER,
  KUBE_SCORE,
  KUBERNETES,
  KUSTOMIZE_CONTROLLER,
  KWOK,
  NETWORK_JUDGES,
  OTEL_COLLECTOR,
  PROMTOOL,
  TRAEFIK,
} from '../versions';
import { cached, findProgram, nameOf } from './cache';
import { CRDS, type CrdModule, copyCrds } from './crds';
import { buildGoProgram, type GoProgram } from './go-program';
import { hasZipped, takeZipped, type ZippedProgram } from './helm';
import { KWOK_STAGES, kwokStages } from './kwok';

/** Something that the suite needs and that is made once. */
export interface Part {
  /** What it is called on the command line, such as "kubernetes-1.36.3". */
  readonly name: string;
  /** The files of it that are not there yet. */
  missing(): readonly string[];
  make(): Promise<void>;
}

/** Everything that the suite needs, in the order of need. */
export function parts(): readonly Part[] {
  return [
    programs(KUBERNETES.newest),
    programs(ETCD),
    programs(KWOK),
    stages(),
    ...CRD_MODULES.map(definitions),
    programs(TRAEFIK),
    programs(KUBE_ROUTER),
    programs(NETWORK_JUDGES),
    programs(KUBE_SCORE),
    programs(AWS_MODEL),
    programs(OTEL_COLLECTOR),
    programs(GRAFANA_DASHBOARD),
    programs(PROMTOOL),
    programs(HELM_3),
    zipped(HELM_4),
    programs(KUBERNETES.oldest),
  ];
}

/** What the proofs need beside it: half an hour of a core and more, which nobody waits for at each change. */
export function proofParts(): readonly Part[] {
  return [KUSTOMIZE_CONTROLLER, ARGO_ROLLOUTS, KEDA, CERT_MANAGER, JAEGER].map(programs);
}

function programs(program: GoProgram): Part {
  const names = Object.keys(program.binaries);
  const missing = () => names.filter((name) => findProgram(program, name) === undefined);
  return { name: nameOf(program), missing, make: () => buildGoProgram(program, missing()) };
}

function stages(): Part {
  const file = cached(KWOK, KWOK_STAGES);
  return {
    name: `${nameOf(KWOK)}-stages`,
    missing: () => (existsSync(file) ? [] : [KWOK_STAGES]),
    make: async () => writeWhole(file, kwokStages(KWOK.version)),
  };
}

function definitions(crds: CrdModule): Part {
  return {
    name: nameOf(crds),
    missing: () => (existsSync(cached(crds, CRDS)) ? [] : [CRDS]),
    make: () => copyCrds(crds),
  };
}

function zipped(program: ZippedProgram): Part {
  return {
    name: nameOf(program),
    missing: () => (hasZipped(program) ? [] : [program.program]),
    make: () => takeZipped(program),
  };
}

function writeWhole(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.partial`, text);
  renameSync(`${file}.partial`, file);
}
