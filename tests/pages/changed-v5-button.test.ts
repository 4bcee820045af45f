import { showChanges } from "./changed.ts";

showChanges("V5-button");
