/** Levels of log4j2, from the quietest to the one that says most. */
export const LOG_LEVELS = ['OFF', 'FATAL', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'TRACE'] as const;

/** How much a logger says: its own lines of this level and of all before it. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Whether a level lets lines through that another one holds back. */
export function saysMore(level: LogLevel, than: LogLevel): boolean {
  return LOG_LEVELS.indexOf(level) > LOG_LEVELS.indexOf(than);
}
