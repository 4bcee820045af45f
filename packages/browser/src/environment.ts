/** What a browser needs of its surroundings: where programs and its display are, the language, the way through a proxy. */
const passed =
  /^(?:PATH|HOME|TMPDIR|USER|LOGNAME|SHELL|TZ|LANG|LANGUAGE|LC_\w+|DISPLAY|XAUTHORITY|WAYLAND_DISPLAY|XDG_\w+|DBUS_SESSION_BUS_ADDRESS|FONTCONFIG_\w+|LD_LIBRARY_PATH|CHROME_DEVEL_SANDBOX|(?:https?|all|no)_proxy|__CF_USER_TEXT_ENCODING|SYSTEMROOT|LAPSE_TEST_RUN)$/i;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment for a browser: never all of ours. On Lambda that holds the credentials of the role that opens sessions,
 * and the browser shows pages of strangers. (LAPSE_TEST_RUN marks what a test started, so that nothing is left running.)
 */
export function browserEnvironment(ours: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(ours).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && passed.test(entry[0]),
    ),
  );
}
