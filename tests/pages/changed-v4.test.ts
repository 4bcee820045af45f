import { showChanges } from "./changed.ts";

showChanges("V4");
