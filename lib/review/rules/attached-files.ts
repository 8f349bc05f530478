import type { Finding } from '../finding';
import type { ReviewRule } from '../rule';
import { some } from '../words';

/** Dashboards, settings of a log store and what is recorded: files beside the manifests, which an apply does not take. */
export const attachedFiles: ReviewRule = ({ attached }) => {
  const named = (how: string, names: readonly string[]) => (names.length === 0 ? [] : [`${how}: ${some(names, 8)}`]);
  const because = [
    ...named('come', attached.come),
    ...named('change', attached.changed),
    ...named('leave', attached.gone),
  ];
  return because.length === 0
    ? []
    : [
        {
          severity: 'quiet',
          says: 'files beside the manifests change: load them where they are read',
          because,
          about: [],
        } satisfies Finding,
      ];
};
