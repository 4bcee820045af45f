import { Server as HttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Server } from "node:net";

/**
 * Keeps every server of this process to 127.0.0.1 and away from web pages. Needed because one emulator listens on
 * all interfaces whatever it is told, and another answers any web page that asks (it sends Access-Control-Allow-Origin: *),
 * which would lay the members' table open to every site in the same person's browser.
 */
export function confineServers(): void {
  const listen = Server.prototype.listen as (this: Server, ...given: unknown[]) => Server;
  const confined = function (this: Server, ...given: unknown[]): Server {
    const [first] = given;
    const port = typeof first === "object" && first !== null && "port" in first ? first.port : first;
    const then = given.find((one) => typeof one === "function");
    if (this instanceof HttpServer) refuseWebPages(this);
    return listen.call(this, { port: Number(port), host: "127.0.0.1", exclusive: true }, then);
  };
  Server.prototype.listen = confined as typeof Server.prototype.listen;
}

function refuseWebPages(server: HttpServer): void {
  // The SDK keeps its connections; five seconds, the default, would end them under its feet.
  server.keepAliveTimeout = 75_000;
  const emit = server.emit.bind(server) as (event: string, ...given: unknown[]) => boolean;
  server.emit = ((event: string, ...given: unknown[]) => {
    if (event !== "request" || isFromThisComputer((given[0] as IncomingMessage).headers))
      return emit(event, ...given);
    const response = given[1] as ServerResponse;
    response.writeHead(403, { connection: "close" }).end("This address answers no web page.\n");
    return true;
  }) as typeof server.emit;
}

/** A name other than loopback in Host is a page that had its own name point here (DNS rebinding). */
function isFromThisComputer(headers: IncomingMessage["headers"]): boolean {
  return headers.origin === undefined && /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(headers.host ?? "");
}
