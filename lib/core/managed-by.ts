/** Name of this program in labels, annotations and file headers. */
export const MANAGED_BY = 'cdk8s-wso2-mi';

/**
 * Labels by which commands find the objects of a unit, and those of a tenant or its canary. They are the program's own,
 * since other tools write over the recommended ones: Argo CD before 3 puts its own name into `app.kubernetes.io/instance`.
 */
export const [UNIT_LABEL, TENANT_LABEL] = [`${MANAGED_BY}/unit`, `${MANAGED_BY}/tenant`] as const;
