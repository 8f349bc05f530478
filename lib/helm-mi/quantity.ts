/** Bytes of each unit, as Kubernetes and the JVM write them. */
const BYTES: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  m: 2 ** 20,
  g: 2 ** 30,
};

/** Whole mebibytes of a quantity of Kubernetes (`1Gi`, `1G`) or a heap (`512m`); `undefined` for what is none. */
export function memoryMebibytes(text: string): number | undefined {
  const [, amount = '', unit = ''] = /^([0-9.]+)([A-Za-z]*)$/.exec(text) ?? [];
  const factor = BYTES[unit];
  return amount === '' || factor === undefined ? undefined : Math.ceil((Number(amount) * factor) / 2 ** 20);
}

/** Thousandths of a core: `500m`, `1`, `0.5`; `undefined` for what is none. */
export function cpuMillis(text: string): number | undefined {
  const [, amount = '', unit = ''] = /^([0-9.]+)(m?)$/.exec(text) ?? [];
  return amount === '' ? undefined : Math.round(Number(amount) * (unit === 'm' ? 1 : 1000));
}
