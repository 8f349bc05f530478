import { DASHBOARDS } from '../lib/monitoring/dashboards';
import type { Panel } from '../lib/monitoring/dashboards/panel';
import { placed } from '../lib/monitoring/dashboards/panel';
import { MI_METRICS, type MiMetric } from '../lib/release/mi-metrics';

/** Every metric of Micro Integrator as a table, with the releases that show it. */
export function metricsTable(): string {
  const rows = MI_METRICS.map(
    ({ name, type, labels, from, to, about }: MiMetric) =>
      `| \`${name}\` | ${type} | ${labels.map((label) => `\`${label}\``).join(', ')} | ${from.slice(0, 3)}${to === undefined ? ' on' : ` to ${to.slice(0, 3)}`} | ${about} |`,
  );
  return ['| metric | type | labels | releases | what |', '|---|---|---|---|---|', ...rows].join('\n');
}

/** A dashboard as a drawing: each panel in its place, with its title and what it asks. */
export function drawn(name: keyof typeof DASHBOARDS): string {
  const { panels, title, variables } = DASHBOARDS[name];
  const boxes = placed(panels).map((model, index) => boxOf(panels[index], JSON.parse(JSON.stringify(model)).gridPos));
  const bottom = Math.max(...boxes.map(({ bottom: end }) => end));
  const chosen = variables.map(({ label }) => `[ ${label}: … ]`).join('   ');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${24 * COLUMN} ${bottom + TOP}" font-family="sans-serif" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" fill="#f4f5f5"/>`,
    `<text x="10" y="24" font-size="17" font-weight="bold">${escaped(title)}</text>`,
    `<text x="${24 * COLUMN - 10}" y="24" font-size="13" text-anchor="end" fill="#555">${escaped(chosen)}</text>`,
    ...boxes.map(({ svg }) => svg),
    '</svg>',
    '',
  ].join('\n');
}

const [BEGIN, END] = ['<!-- metrics: written by `npm run docs` -->', '<!-- end of metrics -->'];

/** The page with the table of metrics as the sources have it; all else of it stays. */
export function signalsDoc(page: string): string {
  const [before = '', after = ''] = page.split(BEGIN);
  const [, rest = '\n'] = after.split(END);
  return `${before}${BEGIN}\n\n${metricsTable()}\n\n${END}${rest}`;
}

const COLUMN = 44;
const ROW = 20;
const TOP = 36;

interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

function boxOf(panel: Panel | undefined, { x, y, w, h }: Place): { svg: string; bottom: number } {
  const [left, top, width, height] = [x * COLUMN + 4, y * ROW + TOP, w * COLUMN - 8, h * ROW - 8];
  const { title = '', description = '', queries = [], type = 'stat', unit = 'none' } = panel ?? {};
  const text = (line: number, size: number, words: string, color = '#222') =>
    `<text x="${left + 10}" y="${top + line}" font-size="${size}" fill="${color}">${escaped(short(words, width, size))}</text>`;
  const asked = queries.flatMap(({ expr }, index) => text(58 + index * 16, 10, expr, '#777'));
  return {
    svg: [
      `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="3" fill="#fff" stroke="#d8d9da"/>`,
      text(20, 13, `${title} (${type}, ${unit})`),
      text(38, 11, description, '#555'),
      ...(height > 60 ? asked : []),
    ].join('\n'),
    bottom: top + height,
  };
}

function short(text: string, width: number, size: number): string {
  const most = Math.floor((width - 20) / (size * 0.56));
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
