/** Seconds as a reviewer says them: `45 s`, `2 min`, `1 h 5 min`. */
export function time(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const parts = [[hours, 'h'] as const, [minutes, 'min'] as const, [hours > 0 ? 0 : rest, 's'] as const];
  const said = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount} ${unit}`);
  return said.length === 0 ? '0 s' : said.join(' ');
}

/** A number of things: `1 pod`, `2 pods`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** What was and what is, with a dash for what was not there. */
export function fromTo(from: unknown, to: unknown): string {
  return `${shown(from)} → ${shown(to)}`;
}

/** A value in a line. */
export function shown(value: unknown): string {
  if (value === undefined) {
    return '–';
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** At most some of many, and how many there are beyond. */
export function some(items: readonly string[], most = 5): string {
  const more = items.length - most;
  return more > 0 ? `${items.slice(0, most).join(', ')} and ${more} more` : items.join(', ');
}
