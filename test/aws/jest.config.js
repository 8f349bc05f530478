const project = {
  rootDir: `${__dirname}/../..`,
  testEnvironment: 'node',
  transform: { '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
};

// Tests of the everyday run that render for AWS. (Those of alb-settings have plain Ingresses only, which make no ALB.)
const EVERYDAY = [
  'controllers/{alb,nlb}/*',
  'gateway/*',
  'network/ways',
  'rules/alb-{orders,paths,quotas,routes}',
  'tenant/{request-timeout,health-check}',
];

/** What the AWS Load Balancer Controller makes of the rendered objects, by its own code. Needs Go once, to build it. */
module.exports = {
  rootDir: '../..',
  testTimeout: 120_000,
  projects: [
    { ...project, testMatch: ['<rootDir>/test/aws/*.test.ts'] },
    {
      ...project,
      testMatch: EVERYDAY.map((files) => `<rootDir>/test/${files}.test.ts`),
      setupFilesAfterEnv: ['<rootDir>/test/aws/judged-too.ts'],
    },
  ],
};
