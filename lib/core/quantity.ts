const UNITS: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** Amounts that were read: a fleet has few, and each of them often. */
const READ = new Map<string, number>();

/** An amount of Kubernetes as a number of cores, bytes or pods: `500m`, `2Gi`, `1e3`; 0 if it is none. */
export function quantity(value: unknown): number {
  const text = String(value);
  const amount = READ.get(text) ?? read(text);
  READ.set(text, amount);
  return amount;
}

function read(text: string): number {
  const [, digits = '', unit = ''] = /^([+-]?[\d.]+(?:[eE][+-]?\d+)?)([a-zA-Z]*)$/.exec(text) ?? [];
  const factor = UNITS[unit];
  return digits === '' || factor === undefined ? 0 : Number(digits) * factor;
}
