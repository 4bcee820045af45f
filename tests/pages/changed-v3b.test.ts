import { showChanges } from "./changed.ts";

showChanges("V3b");
