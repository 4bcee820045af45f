import { join } from "node:path";
import { type Replica, startReplica } from "@lapse/replica/replica";
import { StackRefused } from "./errors.ts";
import { rememberedPorts, rememberPorts } from "./ports.ts";
import { servedSite } from "./servedSite.ts";
import { type Service, type ServiceOptions, startService } from "./service.ts";

/** Lapse on this computer with the replica in LinkedIn's place: the demonstration. */
export interface Local extends Pick<Service, "functions" | "schedules" | "stop"> {
  readonly replica: Replica;
  readonly addresses: Service["addresses"] & { readonly replica: string };
}

export type LocalOptions = Omit<ServiceOptions, "site" | "port" | "webOrigin" | "mailFrom" | "dispatchAt">;

/** Starts everything, and undoes it all when any part does not start. */
export async function startLocal(options: LocalOptions): Promise<Local> {
  const { path } = options.data;
  const site = servedSite(path);
  // Real members must not be swept on the replica: their withdrawals would be noted as done.
  if (site !== null)
    throw new StackRefused(
      `${path} holds the members of 'lapse serve' for ${site}: name another directory with --data.`,
    );
  const replica = await openReplica(join(path, "replica.json"), rememberedPorts(path).replica ?? 0);
  try {
    const service = await startService({ ...options, site: replica.origin, port: null });
    rememberPorts(path, { replica: Number(new URL(replica.origin).port) });
    const { functions, schedules } = service;
    const addresses = { ...service.addresses, replica: `${replica.origin}/replica` };
    const stop = async () => {
      await service.stop();
      await replica.close();
    };
    return { functions, replica, addresses, schedules, stop };
  } catch (error) {
    await replica.close();
    throw error;
  }
}

function openReplica(dataFile: string, port: number): Promise<Replica> {
  return startReplica({ dataFile, port }).catch((error: unknown) => {
    if (port !== 0 && error instanceof Error && "code" in error && error.code === "EADDRINUSE")
      return startReplica({ dataFile });
    throw error;
  });
}
