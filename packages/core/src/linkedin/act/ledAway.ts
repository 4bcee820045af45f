/** The page was left while a row was pressed: nothing was confirmed. */
export const ledAway = "the click led away from the list";
