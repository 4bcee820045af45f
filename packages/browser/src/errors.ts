/** No browser can be had on this machine. The operator has to act; trying again does not help. */
export class BrowserMissing extends Error {
  override readonly name = "BrowserMissing";
  readonly actor = "operator";
  readonly retry = false;
}

/** A browser is there and did not start. Trying again can help. */
export class BrowserFailed extends Error {
  override readonly name = "BrowserFailed";
  readonly actor = "operator";
  readonly retry = true;
}
