import * as crypto from 'node:crypto';

/** Ten digits that stand for a content, for the name of an object that the cluster cannot change: other content is another object. */
export function digestOf(content: string): string {
  return sha256(content).slice(0, 10);
}

/** In a third of the time where Node does it in one call (20.12 and later). */
const sha256: (content: string) => string =
  crypto.hash === undefined
    ? (content) => crypto.createHash('sha256').update(content).digest('hex')
    : (content) => crypto.hash('sha256', content);

/** A plain value as one text, whatever order its keys were written in. */
export function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, child: unknown) =>
    typeof child === 'object' && child !== null && !Array.isArray(child)
      ? Object.fromEntries(Object.entries(child).sort(([one], [other]) => (one < other ? -1 : 1)))
      : child,
  );
}
