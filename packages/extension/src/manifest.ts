/** What the browser is told of us. Nothing is asked for but the cookies of the one site. */
export function manifestFor(site: string, version: string) {
  const { protocol, hostname } = new URL(site);
  return {
    manifest_version: 3,
    name: "Lapse Connect",
    version,
    description:
      "Sends your LinkedIn session to your own Lapse: once, when you click, after showing what and where.",
    action: { default_popup: "popup.html", default_title: "Lapse Connect" },
    permissions: ["cookies"],
    // A pattern has no port: it holds for all of them.
    host_permissions: [`${protocol}//${hostname}/*`],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src https: http://localhost:* http://127.0.0.1:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
  };
}
