const { Module } = require('node:module');

/**
 * cdk8s loads all of its YAML library, a sixth of the time of a small fleet, and most programs never ask it for any: it is
 * loaded at the first question.
 *
 * @param {NodeJS.Require} requireOfCdk8s
 * @param {() => void} load
 */
function withLateYaml(requireOfCdk8s, load) {
  const yaml = requireOfCdk8s.resolve('yaml');
  if (yaml in require.cache) {
    load();
    return;
  }
  const late = new Module(yaml);
  // Whoever else asks for it gets the library itself.
  const leave = () => require.cache[yaml] === late && delete require.cache[yaml];
  /** @type {ProxyHandler<object>} */
  const asked = {
    get(_, name) {
      if (name === '__esModule') {
        return true;
      }
      leave();
      return Reflect.get(requireOfCdk8s(yaml), name);
    },
  };
  require.cache[yaml] = Object.assign(late, { loaded: true, exports: new Proxy({}, asked) });
  try {
    load();
  } finally {
    leave();
  }
}

module.exports = { withLateYaml };
