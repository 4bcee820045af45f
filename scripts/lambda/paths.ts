import { join } from "node:path";

export const root = join(import.meta.dirname, "../..");
/** What only this check makes or installs. Git ignores it. */
const own = join(root, ".lapse");
export const bundlesFolder = join(own, "lambda");
export const toolsFolder = join(own, "tools/lambda");
export const installedFolder = join(own, "tools/beside");
export const measuredFile = join(own, "measured/lambda.json");
