import { isLabelValue, isQualifiedName } from '../core/dns-name';
import { refuse } from '../core/refusal';

/** Labels by which Kubernetes, a controller or this library knows what it relies on. */
const RELIED_ON = /^(pod-security\.kubernetes\.io|cdk8s-wso2-mi|elbv2\.k8s\.aws)\/|^(app\.)?kubernetes\.io\//;

/** Refuses labels that somebody relies on, and what is none; `instead` is what to do where one is relied on. */
export function requireFurtherLabels(
  kind: 'namespace' | 'business unit',
  id: string,
  labels: Readonly<Record<string, string>>,
  instead?: string,
): void {
  const about = { prop: 'labels', kind, id };
  for (const [key, value] of Object.entries(labels)) {
    const isReliedOn = RELIED_ON.test(key);
    if (!isQualifiedName(key) || isReliedOn) {
      const must = 'have keys of one’s own, such as "example.com/team"';
      refuse({ ...about, must, got: key, instead: isReliedOn ? instead : undefined });
    }
    if (!isLabelValue(value)) {
      refuse({ ...about, must: 'have values that Kubernetes takes', got: value });
    }
  }
}
