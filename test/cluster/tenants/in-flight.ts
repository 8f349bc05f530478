import { get } from 'node:http';
import { text } from 'node:stream/consumers';
import type { RunningPod, TenantPods } from './pods';

const TAKEN_SECONDS = 30;

/** A request that a server has in work, and what becomes of it. */
export interface InFlight {
  readonly outcome: Promise<'answered' | 'lost'>;
}

/** Asks the server of an address for what takes that long, and waits until the server has begun with it. */
export async function inFlight(address: string, milliseconds: number): Promise<InFlight> {
  const request = get({ host: address, port: 8290, path: `/slow?tell&ms=${milliseconds}`, agent: false });
  const outcome = new Promise<'answered' | 'lost'>((resolve) => {
    request.once('error', () => resolve('lost'));
    request.once('response', (response) => {
      text(response).then(
        () => resolve(response.statusCode === 200 ? 'answered' : 'lost'),
        () => resolve('lost'),
      );
    });
  });
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`${address} must begin within ${TAKEN_SECONDS} s`)),
      TAKEN_SECONDS * 1000,
    );
    request.once('information', () => {
      clearTimeout(timer);
      resolve();
    });
    request.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
  return { outcome };
}

/** What becomes of a request that a pod has in work when its tenant is told to stop. */
export async function stoppedInWork(
  pods: TenantPods,
  { status }: RunningPod,
  milliseconds: number,
): Promise<'answered' | 'lost'> {
  const { outcome } = await inFlight(status.podIP ?? '', milliseconds);
  await pods.stop();
  return outcome;
}
