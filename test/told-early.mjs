// jest-light-runner (0.7.13, src/index.js) answers all of its workers when the first of them asks for its configuration.
// One that has not asked yet would miss the answer, and wait for ever: here it is kept until it is asked for.
const { emit, send } = process;

/** @type {object | undefined} */
let told;

/** @param {unknown[]} args */
process.emit = (...args) => {
  const [event, message] = args;
  const isAnswer = typeof message === 'object' && message !== null && 'type' in message;
  if (event === 'message' && isAnswer && message.type === 'jest-light-runner-worker-data') told = message;
  return Reflect.apply(emit, process, args);
};

// Outside of a worker there is nobody to ask.
if (send !== undefined) {
  process.send = (...args) => {
    const isLate = args[0] === 'jest-light-runner-get-worker-data' && told !== undefined;
    if (isLate) setImmediate(() => Reflect.apply(emit, process, ['message', told]));
    return isLate || Reflect.apply(send, process, args);
  };
}
