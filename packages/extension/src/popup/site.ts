// What the build writes anew for the site that it builds for, and from the list of cookies that Lapse takes.

/** The one site whose cookies are read. */
export const site: string = "https://www.linkedin.com";

/** The cookies that are sent, where they are there; the first is the one that signs in. */
export const cookieNames: readonly string[] = ["li_at", "JSESSIONID", "bcookie", "bscookie", "lidc", "li_rm"];

/** Without this one the others are worth something all the same. */
export const mayLack: readonly string[] = ["li_rm"];
