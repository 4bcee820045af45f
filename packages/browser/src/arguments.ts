/**
 * Chromium's arguments. Not the defaults of @sparticuz/chromium: those switch off web security and site isolation,
 * and this browser holds somebody's session. `--no-sandbox` only where the sandbox cannot work.
 */
export function launchArguments(options: {
  readonly root: boolean;
  readonly lambda: boolean;
  readonly loopbackOnly: boolean;
  readonly pictures: boolean;
  /** Everything in one process, off the record from the start. Only where a browser starts in no other way. */
  readonly oneProcess?: boolean;
}): string[] {
  return [
    "--no-zygote",
    "--disable-gpu",
    "--disable-software-rasterizer",
    "--disable-dev-shm-usage",
    "--disable-breakpad",
    "--disable-crash-reporter",
    "--disable-component-update",
    "--disable-background-networking",
    "--disable-sync",
    "--disable-quic",
    "--disable-domain-reliability",
    "--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication",
    "--no-default-browser-check",
    "--no-first-run",
    "--no-pings",
    "--password-store=basic",
    "--window-size=1280,900",
    // Pictures cost seconds on a long list and tell us nothing; style sheets stay, hit-testing depends on them.
    ...(options.pictures ? [] : ["--blink-settings=imagesEnabled=false"]),
    // A site on this computer is a replica or a test: whatever it links to, nothing may leave the computer.
    ...(options.loopbackOnly
      ? [
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]",
          // Nobody signs certificates for this computer, and nobody else can stand between it and itself.
          "--ignore-certificate-errors",
        ]
      : []),
    ...(options.root || options.lambda ? ["--no-sandbox"] : []),
    ...(options.oneProcess === true ? ["--single-process", "--incognito"] : []),
  ];
}
