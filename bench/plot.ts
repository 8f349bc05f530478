/** A line of the plot: seconds by the number of units. */
export interface Line {
  readonly name: string;
  readonly points: ReadonlyArray<readonly [units: number, seconds: number]>;
}

const [WIDTH, HEIGHT] = [760, 420] as const;
const MARGIN = { left: 60, top: 20, right: 210, bottom: 45 } as const;
const COLOURS = ['#d62728', '#1f77b4', '#7f7f7f', '#2ca02c', '#9467bd', '#ff7f0e', '#8c564b'];

/** A plot of time by units, both by powers of ten, as SVG. */
export function plot(title: string, lines: readonly Line[]): string {
  const all = lines.flatMap(({ points }) => points);
  const [units, seconds] = [all.map(([one]) => one), all.map(([, one]) => one)];
  const x = scale(units, MARGIN.left, WIDTH - MARGIN.right);
  const y = scale(seconds, HEIGHT - MARGIN.bottom, MARGIN.top);
  const ends = lines
    .map(({ points }) => points.at(-1) ?? [1, 1])
    .map(([one, took]) => ({ x: x.at(one), y: y.at(took) }));
  const heights = apart(ends);
  const parts = [
    ...x.ticks.map((tick) => `<path class="grid" d="M${x.at(tick)} ${MARGIN.top}V${HEIGHT - MARGIN.bottom}"/>`),
    ...y.ticks.map((tick) => `<path class="grid" d="M${MARGIN.left} ${y.at(tick)}H${WIDTH - MARGIN.right}"/>`),
    ...x.ticks.map((tick) => `<text x="${x.at(tick)}" y="${HEIGHT - 28}" text-anchor="middle">${tick}</text>`),
    ...y.ticks.map((tick) => `<text x="${MARGIN.left - 6}" y="${y.at(tick) + 4}" text-anchor="end">${tick}</text>`),
    `<text x="${MARGIN.left}" y="${HEIGHT - 8}">units</text><text x="6" y="14">${title}</text>`,
    ...lines.flatMap(({ name, points }, index) => {
      const colour = COLOURS[index % COLOURS.length];
      const way = points.map(([one, took]) => `${x.at(one)},${y.at(took)}`).join(' ');
      return [
        `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${way}"/>`,
        ...points.map(([one, took]) => `<circle cx="${x.at(one)}" cy="${y.at(took)}" r="3" fill="${colour}"/>`),
        `<text class="name" x="${(ends[index]?.x ?? 0) + 8}" y="${(heights[index] ?? 0) + 4}" fill="${colour}">${name}</text>`,
      ];
    }),
  ];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">\n<title>${title} by units</title>\n` +
    `<style>.grid{stroke:#ddd}.name{paint-order:stroke;stroke:#fff;stroke-width:4px}</style><rect width="100%" height="100%" fill="#fff"/>\n${parts.join('\n')}\n</svg>\n`
  );
}

/** The height of a line of text. */
const TEXT = 15;

/** How high the name of each line stands: at its end, and below the name that stands there already. */
function apart(ends: ReadonlyArray<{ readonly x: number; readonly y: number }>): number[] {
  const heights = ends.map(({ y }) => y);
  const downwards = ends.map((_, index) => index).sort((one, other) => (ends[one]?.y ?? 0) - (ends[other]?.y ?? 0));
  for (const [place, index] of downwards.entries()) {
    const above = downwards.slice(0, place).filter((other) => ends[other]?.x === ends[index]?.x);
    const lowest = Math.max(...above.map((other) => (heights[other] ?? 0) + TEXT), Number.NEGATIVE_INFINITY);
    heights[index] = Math.max(heights[index] ?? 0, lowest);
  }
  return heights;
}

/** Where a number stands between two ends, by its logarithm, and the powers of ten among them. */
function scale(numbers: readonly number[], from: number, to: number) {
  const low = Math.floor(Math.log10(Math.min(...numbers)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...numbers))));
  return {
    at: (number: number) => Math.round(from + ((Math.log10(number) - low) / (high - low)) * (to - from)),
    ticks: Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)),
  };
}
