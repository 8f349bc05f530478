const { DefaultReporter } = require('@jest/reporters');

/** What failed, and at the end how many passed: a line for each file that passed says nothing more. */
module.exports = class FailuresAndSummary extends DefaultReporter {
  /**
   * @param {string} path
   * @param {import('@jest/types').Config.ProjectConfig} config
   * @param {import('@jest/test-result').TestResult} result
   * @override
   */
  printTestFileHeader(path, config, result) {
    if (result.numFailingTests > 0 || result.testExecError) {
      super.printTestFileHeader(path, config, result);
    }
  }
};
