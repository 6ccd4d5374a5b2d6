import fc from 'fast-check';

/**
 * Laws are tried on the same random values in every run, so that a change is judged by what it changed. Other
 * values are looked for on purpose: `DATELINE_LAW_SEED=random npm test`, or a number to see a failure again.
 */
const usualSeed = 20_261;

const asked = process.env.DATELINE_LAW_SEED ?? '';
if (asked !== 'random') fc.configureGlobal({ seed: asked === '' ? usualSeed : Number(asked) });
