import { BlockList } from 'node:net';
import type { End, Question } from '../network/evaluator';

/** A table of reachability, read as a reviewer reads it: by its text alone. */
export class DeclaredTable {
  private readonly modes: ReadonlyMap<string, string>;
  private readonly ways: readonly Line[];

  public constructor(text: string) {
    const rows = text
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .map((line) => line.slice(2, -2).split(' | '));
    this.modes = new Map(rows.filter(({ length }) => length === 2).map(([unit = '', mode = '']) => [unit, mode]));
    this.ways = rows
      .filter(({ length }) => length === 4)
      .map(([from = '', to = '', port = '']) => ({ from, to, port }));
  }

  /** Whether a connection gets through: who is shut at either end must have a line for it. */
  public allows(question: Question): boolean {
    const { from, to } = question;
    const fits = ({ from: who, to: whom, port }: Line) => is(who, from) && is(whom, to) && portsOf(port, question);
    return [from, to].every((end) => this.modes.get(unitOf(end)) !== 'isolated') || this.lineFor(question, fits);
  }

  private lineFor({ from, to }: Question, fits: (line: Line) => boolean): boolean {
    const shut = [from, to].filter((end) => this.modes.get(unitOf(end)) === 'isolated');
    // Each end that is shut has its own line; of a call between two tenants they are the same.
    return shut.every((end) =>
      this.ways.some((line) => [line.from, line.to].some((who) => owns(who, end)) && fits(line)),
    );
  }
}

interface Line {
  readonly from: string;
  readonly to: string;
  readonly port: string;
}

function unitOf({ name }: End): string {
  return name.split('/')[0] ?? '';
}

/** Whether what a line names is the tenant itself, its canary, or a pod of the unit that it speaks of. */
function owns(who: string, end: End): boolean {
  return [who, `${who}-canary`].includes(end.name) || who === `all of ${unitOf(end)}`;
}

function is(who: string, end: End): boolean {
  const [, labels, namespace] = /^(all pods|pods \S+) of namespace (\S+)$/.exec(who) ?? [];
  if (labels !== undefined) {
    const wanted = labels === 'all pods' ? [] : labels.slice('pods '.length).split(',');
    const has = wanted.map((one) => one.split('=')).every(([key = '', value]) => end.pod?.labels[key] === value);
    return end.pod?.namespace === namespace && has;
  }
  return owns(who, end) || addressesOf(who).check(end.ip);
}

function addressesOf(who: string): BlockList {
  const list = new BlockList();
  for (const [, address = '', bits] of who.matchAll(/\b(\d+\.\d+\.\d+\.\d+)\/(\d+)/g)) {
    list.addSubnet(address, Number(bits), 'ipv4');
  }
  return list;
}

function portsOf(cell: string, { port, protocol }: Question): boolean {
  const [number, ...protocols] = cell.replace(' and ', ' ').split(' ');
  return Number(number) === port && (protocols.length === 0 ? ['TCP'] : protocols).includes(protocol);
}
