/** One refusal: where it stands, if the sentence does not say it, then `<prop> of <kind> "<id>" must <rule>, got <value>`. */
const SENTENCE = /^(\[[^\n]+\] )?[^\s[][^\n]* of [^\n"]+ "[^\n]*" must [^\n]+, got [^\n]+$/;
const REPORT = /^nothing was written, since (?<count>\d+) things? (is|are) refused:\n/;

/** What of an error is not in the house grammar; empty if all of it is. */
export function ungrammatical(message: string): string[] {
  const report = REPORT.exec(message);
  if (report === null) return SENTENCE.test(message) ? [] : [message];
  const lines = message.slice(report[0].length).split('\n');
  const wrong = lines.filter((line) => !line.startsWith('- ') || !SENTENCE.test(line.slice('- '.length)));
  return lines.length === Number(report.groups?.count) ? wrong : [message];
}
