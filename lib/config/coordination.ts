import type { MiImage } from '../image/mi-image';
import { releaseComplaints } from '../release/releases-where';
import { EnvValue } from '../secret/env-value';
import type { Datasource } from './datasource';
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
