import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

/**
 * Headers of every answer. Nothing is loaded from, sent to or framed by another origin, and no page runs inline script.
 * Addresses can hold an unsubscribe token, so none is passed on to another site as a referrer and no page is stored by a
 * cache. (With no referrer at all, browsers would hide from us, too, that our own forms come from our own pages.)
 */
export function security(): MiddlewareHandler[] {
  return [
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        // Pico draws its arrows and ticks as data: pictures.
        imgSrc: ["'self'", "data:"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: "same-origin",
      xFrameOptions: "DENY",
      permissionsPolicy: { camera: false, geolocation: false, microphone: false, payment: false, usb: false },
    }),
    async (context, next) => {
      await next();
      if (!context.res.headers.has("cache-control")) context.res.headers.set("cache-control", "no-store");
    },
  ];
}
