import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { unitIds } from './fleet';
import { missing, type Peer, UNIT } from './peer';
import { saidBy } from './said-by';

/**
 * One chart that ranges over the units: the best case of Helm. It writes a file for each template, so for a file a unit
 * there is a template a unit, which includes what all share.
 */
export function helmPeer(line: 3 | 4, folder: string, text: string, sizes: readonly number[]): Peer {
  const helm = process.env[`HELM${line}`] ?? built(`helm-${line}`);
  const version = saidBy(helm, 'version', '--template', '{{ .Version }}');
  if (version === undefined) {
    return missing(`helm ${line}`, `no helm ${line} at ${helm}`);
  }
  const chart = chartIn(join(folder, 'chart'));
  const template = text.replaceAll('{{', '{{ "{{" }}').replaceAll(UNIT, '{{ . }}');
  writeFileSync(join(chart, 'templates', 'units.yaml'), `{{- range .Values.units }}\n---\n${template}{{- end }}\n`);
  for (const size of sizes) {
    writeFileSync(join(folder, `values-${size}.json`), JSON.stringify({ units: unitIds(size) }));
    const ofFiles = chartIn(join(folder, `chart-${size}`));
    writeFileSync(join(ofFiles, 'templates', '_unit.tpl'), `{{- define "unit" }}\n${template}{{- end }}\n`);
    for (const id of unitIds(size)) {
      writeFileSync(join(ofFiles, 'templates', `${id}.yaml`), `{{- include "unit" "${id}" }}\n`);
    }
  }
  return {
    name: `helm ${version}`,
    stream: (units) => [helm, 'template', 'fleet', chart, '--values', join(folder, `values-${units}.json`)],
    files: (units, out) => [helm, 'template', 'fleet', join(folder, `chart-${units}`), '--output-dir', out],
  };
}

function chartIn(folder: string): string {
  mkdirSync(join(folder, 'templates'), { recursive: true });
  writeFileSync(join(folder, 'Chart.yaml'), 'apiVersion: v2\nname: fleet\nversion: 1.0.0\n');
  return folder;
}

/** What the suite of the cluster has built. */
function built(name: string): string {
  const cache = process.env.CDK8S_WSO2_MI_CACHE ?? join(homedir(), '.cache', 'cdk8s-wso2-mi');
  const folder = existsSync(cache) ? readdirSync(cache).find((one) => one.startsWith(`${name}.`)) : undefined;
  return join(cache, folder ?? name, 'helm');
}
