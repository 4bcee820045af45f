import fc from "fast-check";

/**
 * Properties draw the same cases on every machine and every day, so that a change is judged by the change and not by
 * the dice. `npm run soak` throws them: it gives every round another seed.
 */
fc.configureGlobal({ seed: Number(process.env["LAPSE_SEED"] ?? 1) });
