/**
 * Asks whatever runs this program, before files of a fleet are written: `cdk8s-wso2-mi synth` waits here for the type check
 * that runs beside it, and ends the program if that has found something.
 */
export function beforeWrite(): void {
  const runner: unknown = Reflect.get(globalThis, Symbol.for('cdk8s-wso2-mi.beforeWrite'));
  if (typeof runner === 'function') {
    runner();
  }
}
