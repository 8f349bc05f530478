import { parse } from 'smol-toml';
import { outcomeOf } from '../core/outcome';
import type { MiImage } from '../image/mi-image';
import { releaseComplaints } from '../release/releases-where';
import { EnvValue } from '../secret/env-value';
import { COORDINATION_ID, type Datasource } from './datasource';
import type { PodPart } from './pod-part';

/**
 * What a pod needs that shares out its work by a database: the datasource, by whose presence Micro Integrator
 * coordinates, and an id of its own. The id is the pod's name by the variable `nodeId`, which the server reads before
 * `[cluster_config] node_id` (RDBMSCoordinationStrategy.java); a literal one would be the same in every pod.
 */
export function coordinationPart(datasource: Datasource, image: MiImage): PodPart {
  const part = datasource.part(image);
  const unable = releaseComplaints(
    'scaling',
    image.release,
    ({ coordinates }) => coordinates,
    'take Scaling.singleton(), or a newer release',
  );
  return {
    ...part,
    env: { ...part.env, nodeId: EnvValue.fromPod('name') },
    // What else is wrong with the datasource does not matter where nothing coordinates.
    complaints: unable.length > 0 ? unable : part.complaints,
  };
}

/** The URL of the database by which the pods of a `deployment.toml` share out their work; `undefined` where they do not. */
export function coordinationUrl(toml: string): string | undefined {
  const read = toml.includes(COORDINATION_ID) ? outcomeOf(() => parse(toml)) : { value: {} };
  const { datasource }: { datasource?: unknown } = 'value' in read ? read.value : {};
  const tables: ReadonlyArray<{ id?: unknown; url?: unknown }> = (Array.isArray(datasource) ? datasource : []).map(
    Object,
  );
  const url = tables.find(({ id }) => id === COORDINATION_ID)?.url;
  return typeof url === 'string' ? url : undefined;
}
