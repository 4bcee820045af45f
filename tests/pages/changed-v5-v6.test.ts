import { showChanges } from "./changed.ts";

showChanges("V5-V6");
