import { showChanges } from "./changed.ts";

showChanges("V6");
