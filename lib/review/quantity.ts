/** Cores as they are said: `0.5`, `12`. */
export function cores(amount: number): string {
  return String(Math.round(amount * 1000) / 1000);
}

/** Bytes as they are said: `512 MiB`, `1.5 GiB`. */
export function bytes(amount: number): string {
  const gibibytes = amount / 2 ** 30;
  return Math.abs(gibibytes) >= 1 || amount === 0
    ? `${Math.round(gibibytes * 100) / 100} GiB`
    : `${Math.round(amount / 2 ** 20)} MiB`;
}
