import { DEPLOYMENT } from './chart';
import { type Code, call, fields } from './code';
import type { Draft } from './draft';
import { STOCK_HEAP } from './heap-verdict';
import { cpuMillis, memoryMebibytes } from './quantity';

/** CPU, memory and heap. */
export function placeSize(draft: Draft): void {
  const { values } = draft;
  const resources = `${DEPLOYMENT}.resources`;
  const cpu = cpuMillis(values.text(`${resources}.requests.cpu`));
  const cpuLimit = cpuMillis(values.text(`${resources}.limits.cpu`));
  const memory = memoryMebibytes(values.text(`${resources}.limits.memory`));
  const promised = values.text(`${resources}.requests.memory`);
  const heap = memoryMebibytes(values.text(`${resources}.jvm.memory.xmx`));
  if (values.says(`${resources}.jvm.memory.xms`)) {
    draft.lacks(
      `${resources}.jvm.memory.xms`,
      'the heap has one fixed size, since a pod has no neighbour to give memory back to',
    );
  }
  const fits = heap !== undefined && memory !== undefined && heap + Math.max(256, Math.ceil(heap * 0.3)) <= memory;
  const isUsual = cpu === 500 && cpuLimit === 1000 && memory === 1024 && !fits;
  const heapNote = fits
    ? `The heap of the values never arrives in the chart (JAVA_MEM_OPTS, which nothing reads), where it is ${STOCK_HEAP}m; here it does.`
    : `The heap of the values never arrives in the chart, where it is ${STOCK_HEAP}m; ${heap}m has no room in ${memory}Mi, so here it is half of the memory; for more, raise memory in MiSize.of.`;
  if (isUsual) {
    draft.lacks(`${resources}.jvm.memory`, heapNote);
    return;
  }
  const same = promised === values.text(`${resources}.limits.memory`);
  draft.set(
    'size',
    call(
      'MiSize.of',
      fields({
        cpu: cpu === undefined ? undefined : call('Cpu.millis', cpu),
        cpuLimit:
          cpuLimit === undefined || (cpu !== undefined && cpuLimit === 2 * cpu)
            ? undefined
            : call('Cpu.millis', cpuLimit),
        memory: memory === undefined ? undefined : sizeCode(memory),
        heap: fits && heap !== undefined ? sizeCode(heap) : undefined,
      }),
    ),
    ...(same
      ? []
      : [`All of it is reserved, not ${promised} of it: a JVM that is promised less is killed under load.`]),
    heapNote,
  );
}

function sizeCode(mebibytes: number): Code {
  return mebibytes % 1024 === 0 ? call('Size.gibibytes', mebibytes / 1024) : call('Size.mebibytes', mebibytes);
}
