import { type LogLevel, saysMore } from '../release/log-level';
import { type Appender, consoleInstead } from '../release/log4j2-appenders';
import type { Logger } from '../release/log4j2-loggers';
import { inJson } from './json-lines';
import type { Log4j2 } from './log4j2-stock';

/** What stands for the logger above all where levels are said. */
const ROOT = 'root';

/** The lines of a logger on the console, in the pattern of their file, which stays and is empty. */
export function toConsole(log4j2: Log4j2, name: string): Log4j2 {
  const files = log4j2.loggers.filter((logger) => logger.name === name).flatMap(({ refs }) => Object.values(refs));
  const consoles = log4j2.appenders.filter((appender) => files.includes(appender.name)).map(consoleInstead);
  const refs = Object.fromEntries(consoles.map(({ id }) => [id, id]));
  return {
    ...log4j2,
    appenders: [...log4j2.appenders, ...consoles],
    loggers: log4j2.loggers.map((logger) => (logger.name === name ? { ...logger, refs } : logger)),
  };
}

/** The log files of these names in JSON, and with `console` all that is written there: its own lines and those moved to it. */
export function withJson(log4j2: Log4j2, outputs: readonly string[], moved: readonly string[]): Log4j2 {
  const toConsoleSoon = log4j2.loggers
    .filter(({ name }) => moved.includes(name))
    .flatMap(({ refs }) => Object.values(refs));
  const isWanted = ({ name, settings: { type, fileName = '' } }: Appender) =>
    outputs.includes(fileName.slice(fileName.lastIndexOf('/') + 1)) ||
    (outputs.includes('console') && (type === 'Console' || toConsoleSoon.includes(name)));
  return {
    ...log4j2,
    appenders: log4j2.appenders.map((appender) => (isWanted(appender) ? inJson(appender) : appender)),
  };
}

/** Loggers that say so much, and appenders that let it through. */
export function withLevels(log4j2: Log4j2, levels: Readonly<Record<string, LogLevel>>): Log4j2 {
  const { [ROOT]: rootLevel = log4j2.rootLevel, ...others } = levels;
  const loggers = Object.entries(others).reduce(withLevel, log4j2.loggers);
  const told = { ...log4j2, rootLevel, loggers };
  const asked = Object.entries(levels).map(([name, level]) => ({ level, names: namesOfAppenders(told, name) }));
  const appenders = told.appenders.map((appender) =>
    asked.filter(({ names }) => names.includes(appender.name)).reduce(lettingThrough, appender),
  );
  return { ...told, appenders };
}

/**
 * One that is not listed is dead text in the stock file, and listing it would be worse: `org.apache` is cut off there
 * from every appender and would silence all below it. A new logger takes its place.
 */
function withLevel(loggers: readonly Logger[], [name, level]: readonly [string, LogLevel]): readonly Logger[] {
  const alive = loggers.filter((logger) => logger.listed || logger.name !== name);
  return alive.some((logger) => logger.name === name)
    ? alive.map((logger) => (logger.name === name ? { ...heard(logger), level } : logger))
    : [...alive, { id: freeId(alive, name), name, level, refs: {}, additive: true, listed: true }];
}

/** The stock file cuts one logger off without an appender of its own; who names its level wants its lines. */
function heard(logger: Logger): Logger {
  return Object.keys(logger.refs).length === 0 ? { ...logger, additive: true } : logger;
}

/** The name, without what would end the id in a key; the stock file has ids like it for other names. */
function freeId(loggers: readonly Logger[], name: string): string {
  const id = name.replace(/[^\w-]/g, '-');
  return loggers.some((logger) => logger.id === id) ? freeId(loggers, `${id}_`) : id;
}

/** Names of the appenders that get lines of this name: those of the nearest logger, and on up while it is additive. */
function namesOfAppenders(log4j2: Log4j2, name: string): string[] {
  const [nearest] = log4j2.loggers
    .filter((logger) => logger.listed && `${name}.`.startsWith(`${logger.name}.`))
    .sort((a, b) => b.name.length - a.name.length);
  if (nearest === undefined) {
    return Object.values(log4j2.rootRefs);
  }
  const above = nearest.additive && nearest.name !== '' ? namesOfAppenders(log4j2, parentOf(nearest.name)) : [];
  return [...Object.values(nearest.refs), ...above];
}

function parentOf(name: string): string {
  return name.split('.').slice(0, -1).join('.');
}

/** The appender with its threshold at the level; wso2error.log keeps to what went wrong, whatever others say. */
function lettingThrough(appender: Appender, { level }: { readonly level: LogLevel }): Appender {
  const { threshold } = appender;
  const holdsBack = threshold !== undefined && saysMore(threshold, 'WARN') && saysMore(level, threshold);
  return holdsBack ? { ...appender, threshold: level } : appender;
}
