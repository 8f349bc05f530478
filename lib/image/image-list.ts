/** An image that a fleet declares. */
export interface DeclaredImage {
  /** Name of the application, or the last part of the base image's repository. */
  readonly name: string;
  /** Version of the application; of a base image its tag. */
  readonly version: string;
  /** Registry, path and tag. */
  readonly reference: string;
  /** Release of Micro Integrator in it. */
  readonly release: string;
  /**
   * Reference of the image that it is built from.
   *
   * @default - it is a base image
   */
  readonly base?: string;
  /**
   * The digest that the source names it by. It is somebody else's then: neither built nor locked here.
   *
   * @default - none
   */
  readonly digest?: string;
  /**
   * The lock file that holds its digest.
   *
   * @default - none is kept
   */
  readonly lock?: string;
}

/**
 * Variable that names a file. A program run with it writes the images that its fleet declares there, and no manifest:
 * so `cdk8s-wso2-mi images` learns them from the one place that declares them.
 */
export const IMAGE_LIST = 'CDK8S_WSO2_MI_IMAGE_LIST';

/** Whether this program is asked for its images and nothing else. */
export function isListing(): boolean {
  return process.env[IMAGE_LIST] !== undefined;
}
