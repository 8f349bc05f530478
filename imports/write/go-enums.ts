/**
 * The closed sets of texts, which the published schemas leave out and the generated Go code of the API server holds:
 * field (`io.k8s.api.core.v1.ContainerPort.protocol`) to its texts. A field whose items are of the set is one of them.
 */
export function goEnums(source: string): Map<string, string[]> {
  const enums = new Map<string, string[]>();
  let [definition, field] = ['', ''];
  for (const line of source.split('\n')) {
    definition = /^func schema_k8sio_api_(\w+)\(/.exec(line)?.[1] ?? definition;
    field = /^\t{5}"(\w+)": \{$/.exec(line)?.[1] ?? field;
    const texts = /^\t+Enum: +\[\]interface\{\}\{(.*)\}/.exec(line)?.[1];
    if (texts !== undefined) {
      enums.set(`io.k8s.api.${definition.replaceAll('_', '.')}.${field}`, JSON.parse(`[${texts}]`) as string[]);
    }
  }
  return enums;
}
