/** What stands at the top of docs/bench.md. */
export const HEAD = `# How long a fleet takes to render

Written by \`npm run bench -- --write\`. Every program renders equal objects (compared after parsing, up to 100 units) as a whole process; what has run for half a minute is not run again. Below 1 this library is faster. Read the ratios, not the seconds: machines differ, and so does what else they do. [Raw figures](bench.json).

## To one stream

![seconds by units](bench.svg)
`;

/** Before the second table. */
export const FILES = `## A file a unit

Into an empty folder. This library writes beside it what it needs to know its own files again, and all of them or none; Helm has a template a unit, kustomize a run a unit.

![seconds by units](bench-files.svg)
`;

/** Before what the CLI takes. */
export const CLI = `## Started by the cdk8s CLI

`;

/** Before the profile. */
export const WHERE = `## Where its time goes

Each step with all that it calls (\`--cpu-prof\`), then each part by itself.
`;

/** Before what each part costs. */
export const LESS = `## What would have to go

Half of Helm's time at 1,000 units, 0.3 of it on Node 22, and 0.6 of its memory are what we aim at. Where the first table says more, this is between it and us: a library with that function doing nothing, beside the whole one. What is near 1 is less than what the machine does besides.
`;

/** After it. */
export const LIMITS = `What is left is the tree, its objects and their text:

- **cdk8s and constructs.** A unit like this has 23 constructs, and each object is one of cdk8s before it is a plain one. Without them there is no \`Patch\`, no \`JsonPatch\`, no chart of anybody else in a fleet.
- **Composing.** The props of a tenant become a pod through functions that also refuse. A template engine has one template of all units, and no function; whoever writes it has no types.
- **Memory.** All of a fleet lives until the last law has seen it: about 65 kB a composed unit (a snapshot of the heap), more than 20 kB of it the tree of cdk8s and constructs without a field of an object: constructs keeps a list of all that is above for each, cdk8s three empty lists and two copies of the labels for each object. Less would be had by making objects when they are written, and letting go of them; then \`Patch\`, \`node.findChild\` and the laws find nothing before (a prototype did so: every fifth of its tests fell).
- **One unit changed among many.** \`main.ts\` is a program: what a unit becomes may hang on all that ran before it, so all is composed again. What could be kept are the texts of files; to know that the objects of a file are the same takes two thirds of the time of writing it.
- **The start.** Of one unit's time more than half is Node and the hundred files of cdk8s, which it loads at once.
`;
