/** Name of this program in labels, annotations and file headers. */
export const MANAGED_BY = 'cdk8s-wso2-mi';
