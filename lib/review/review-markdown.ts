import { oneLine } from '../core/refusal';
import { type Block, blocksOf } from './blocks';
import type { Review, ToldFinding } from './review';
import { type Sides, summaryOf } from './review-text';

/** The first line of a comment, by which the next run finds it and writes over it. */
export const COMMENT_MARK = '<!-- cdk8s-wso2-mi review -->';

/** The most characters that GitHub takes in a comment; GitLab takes more. */
const MOST = 65_536;

/** Room for the line that says what is left out. */
const LAST_LINE = 200;

/** A review as the comment of a pull request: what is dangerous stands open, all else is folded. */
export function reviewMarkdown({ from, to }: Sides, { findings }: Pick<Review, 'findings'>): string {
  const head = `${COMMENT_MARK}\n### What this change does to the cluster: ${summaryOf(findings)}\n\n\`${from}\` → \`${to}\`\n`;
  const blocks = blocksOf(findings);
  const open = blocks.filter(isOpen).map(blockText);
  const folded = blocks.filter((block) => !isOpen(block)).map(blockText);
  const kept = fitting([...open, ...folded], MOST - head.length - LAST_LINE - FOLD.length);
  const [first, rest] = [kept.slice(0, open.length), kept.slice(open.length)];
  const left = open.length + folded.length - kept.length;
  return [
    head,
    ...first,
    ...(rest.length === 0 ? [] : [FOLD.replace('…', `${rest.length}`), ...rest, '</details>\n']),
    ...(left === 0 ? [] : [`_${left} more did not fit; \`cdk8s-wso2-mi review\` tells all._\n`]),
  ].join('\n');
}

const FOLD = '<details><summary>… with nothing dangerous</summary>\n';

function isOpen({ worst }: Block): boolean {
  return worst === 'danger' || worst === 'warning';
}

/** As many texts, from the first on, as there is room for. */
function fitting(texts: readonly string[], room: number): string[] {
  let left = room;
  return texts.filter((text) => {
    left -= text.length + 1;
    return left >= 0;
  });
}

function blockText({ heading, findings }: Block): string {
  return `**${escaped(heading)}**\n\n${findings.map(itemOf).join('')}`;
}

function itemOf({ severity, says, because = [], run = [] }: ToldFinding): string {
  const causes = because.map((cause) => `  - ${code(cause)}\n`).join('');
  const commands =
    run.length === 0 ? '' : `\n  \`\`\`sh\n${run.map((line) => `  ${oneLine(line)}\n`).join('')}  \`\`\`\n\n`;
  return `- **${severity}**: ${escaped(says)}\n${causes}${commands}`;
}

function escaped(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_<>[\]|#]/g, '\\$&')
    .replace(/@/g, '@\u200b');
}

/** Text as code, whatever ticks are in it. */
function code(text: string): string {
  const ticks = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(ticks + 1);
  return ticks === 0 ? `${fence}${oneLine(text)}${fence}` : `${fence} ${oneLine(text)} ${fence}`;
}
