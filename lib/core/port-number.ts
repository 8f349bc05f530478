/** Whether a number is that of a port: whole, from 1 to 65535. */
export function isPortNumber(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 1 && number <= 65_535;
}
