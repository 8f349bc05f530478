/** A table of Markdown, a line each. */
export function markdownTable(head: readonly string[], lines: ReadonlyArray<readonly string[]>): string[] {
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`);
}
