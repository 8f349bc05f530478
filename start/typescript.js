// `node --require cdk8s-wso2-mi/typescript` takes programs and tests of TypeScript; types are checked elsewhere.
require('./load-typescript').loadTypeScript();
