/** The alerts of a tenant. */
export const ALERT_NAMES = [
  'MiNoReadyPod',
  'MiRestartLoop',
  'MiRolloutStuck',
  'MiAutoscalerAtMost',
  'MiSingletonStuckTerminating',
  'MiVolumeNearFull',
  'MiDeadLetters',
  'MiNotScraped',
  'MiErrorRatio',
  'MiLatency',
  'MiHeapNearLimit',
  'MiPollerSilent',
] as const;

/** An alert of a tenant. */
export type AlertName = (typeof ALERT_NAMES)[number];
