/** What a label of a series must be: a text, or a regular expression. */
export type Match = string | { readonly like: string };

/** A selector of series: `name{label="value"}`; without a name it says `__name__` among its labels. */
export function series(name: string, labels: Readonly<Record<string, Match>>): string {
  const matchers = Object.entries(labels).map(([label, match]) =>
    typeof match === 'string' ? `${label}=${JSON.stringify(match)}` : `${label}=~${JSON.stringify(match.like)}`,
  );
  return `${name}{${matchers.join(',')}}`;
}

/** Series of every name that the regular expression takes. */
export function seriesLike(names: string, labels: Readonly<Record<string, Match>>): string {
  return series('', { __name__: { like: names }, ...labels });
}

const KINDS = '(api|proxy|inbound_endpoint|data_service)';

/** Names of Micro Integrator's metrics, under which every release shows them. */
export const NAMES = {
  requests: `wso2_integration_${KINDS}_request_count_total`,
  errors: `wso2_integration_${KINDS}_request_count_error_total`,
  /** Where a release shows no buckets (`showsBuckets`), one has the name of its histogram, and only its `le` tells it. */
  buckets: `wso2_integration_${KINDS}_latency_seconds(_bucket)?`,
  heapUsed: 'jvm_memory_(bytes_used|used_bytes)',
  heapMost: 'jvm_memory_(bytes_max|max_bytes)',
} as const;

/** A label that must be there. */
export const ANY: Match = { like: '.+' };
