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

/** Before what stays in memory. */
export const LIVES = `## What stays in memory

The heap after a collection, of 600 units less that of 200. Stock cdk8s has no objects besides its own before it writes a text, and no laws.
`;

/** Before what each part costs. */
export const LESS = `## What would have to go

A library with that function doing nothing, beside the whole one. What is near 1 is less than what the machine does besides.
`;

/** After it. */
export const LIMITS = `What we aim at, where the tables above say more, and what is between it and us:

| aim | what would have to go, and what that costs a reader |
|---|---|
| half of Helm's time at 1,000 units and more, on Node 20 | from 2,000 units on the laws over the finished render, by the table above: what two objects get wrong together would be found in the middle of an apply. At 1,000 units all of that table is not enough, and what is said of 100 units below would have to go too |
| 0.3 of it on Node 22, where it is about 0.5 | more than all of that table: a template engine would be left, and a third of Helm's time |
| Helm's time at 100 units; 0.8 of it on Node 22 | the start and code that runs for the first time, which is slower by half than at 1,000 units (the table of steps has both): what the engine compiles is kept already, so an image of it with the library loaded and warm would have to be kept and trusted |
| 0.6 of Helm's memory at 5,000 units; 0.5 on Node 22, where it is 0.67 | a part of what lives, by the table above: with Node (60 MiB) and room for what is new (48 MiB) 5,000 units are near that already, and Helm's own peak moves by a tenth. Who is short of memory starts the program by \`node --max-semi-space-size=8 node_modules/cdk8s-wso2-mi/start/bin.js synth\`: 40 MiB less |
| 30 times faster than stock cdk8s at 2,000 units | cdk8s itself: that is a seventh of Helm's time, and its constructs, one pass over the objects and their text alone are a fifth (a prototype) |
| laws in 15 % of the time | the law that each field is known to the version of Kubernetes (a misspelt field of a patch or of a plain object would be dropped by the server without a word), or most of the others |
| 30 kB a unit before the texts | cdk8s: its own objects of such a unit are more, by the table above, before this library has added anything. constructs keeps a list of all that is above for each of them, cdk8s three empty lists and two copies of the labels. Less would be had by making objects when they are written, and letting go of them; then \`Patch\`, \`node.findChild\` and the laws find nothing before (a prototype did so: every fifth of its tests fell) |
| one unit changed among 1,000 in a third of the time | that \`main.ts\` is a program: what a unit becomes may hang on all that ran before it, so all is composed again. What could be kept are the texts of files; to know that the objects of a file are the same takes two thirds of the time of writing it |

What is left without all of these is the tree, its objects and their text: a unit like this has 23 constructs, and each object is one of cdk8s before it is a plain one. Without them there is no \`Patch\`, no \`JsonPatch\`, no chart of anybody else in a fleet. Of one unit's time more than half is Node and cdk8s, whose YAML library is loaded only when somebody asks for it.
`;
