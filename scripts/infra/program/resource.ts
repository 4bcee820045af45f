import * as z from "zod";

/** One resource as the program asks Pulumi for it: what AWS would be told, without what AWS would answer. */
export const resourceSchema = z.object({
  /** Pulumi's type, for example `aws:sqs/queue:Queue`. */
  type: z.string(),
  name: z.string(),
  /** The name of the component it belongs to; empty at the top. */
  parent: z.string(),
  props: z.record(z.string(), z.unknown()),
  /** Whether the thing itself stays in the account when the program drops it. */
  retainOnDelete: z.boolean(),
  protect: z.boolean(),
  ignoreChanges: z.array(z.string()),
});
export type Resource = z.output<typeof resourceSchema>;

/** What one run of the program for one stage came to. */
export const programSchema = z.object({
  stage: z.string(),
  app: z.object({
    name: z.string(),
    stage: z.string(),
    removal: z.enum(["remove", "retain", "retain-all"]),
    protect: z.boolean(),
  }),
  /** The settings that it was given, as the deploying shell would have them. */
  settings: z.record(z.string(), z.string()),
  resources: z.array(resourceSchema),
  /** What it only looks up, because it is there already: nothing of it is the program's to change. */
  reads: z.array(z.object({ type: z.string(), name: z.string(), id: z.string() })),
  /** Each link's properties, as `Resource.<name>` gives them to a function. */
  links: z.record(z.string(), z.record(z.string(), z.unknown())),
  /** What the deployment prints at its end. */
  outputs: z.record(z.string(), z.unknown()),
});
export type Program = z.output<typeof programSchema>;
