import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QUESTION } from '../core/declaration';
import { ran } from '../core/program';
import { refuse, verbatim } from '../core/refusal';
import type { Answer, Question } from '../fleet/variants/answer';

/** Runs the program of a fleet with a question, and gives its answer; what it says is not for a pipe. */
export async function ask(app: string, question: Omit<Question, 'to'>, tell: (text: string) => void): Promise<Answer> {
  const folder = mkdtempSync(join(tmpdir(), 'explain-'));
  const [asked, to] = [join(folder, 'question.json'), join(folder, 'answer.json')];
  try {
    writeFileSync(asked, JSON.stringify({ ...question, to } satisfies Question));
    const { code, stdout, stderr } = await ran('sh', ['-c', app], { env: { ...process.env, [QUESTION]: asked } });
    if (code !== 0 || !existsSync(to)) {
      tell(`${stdout}${stderr}`);
      const got = verbatim(code === 0 ? 'no answer; does it call synth()?' : `exit code ${code}`);
      return refuse({ prop: 'app', kind: 'program', id: app, must: 'say why its tenants are as they are', got });
    }
    return JSON.parse(readFileSync(to, 'utf8')) as Answer;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
