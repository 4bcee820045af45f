import { join } from "node:path";

export const root = join(import.meta.dirname, "../..");
/** What SST unpacks for itself, and what only this check installs. Git ignores it. */
export const sstFolder = join(root, ".sst");
export const platformFolder = join(sstFolder, "platform");
export const toolsFolder = join(sstFolder, "tools");
