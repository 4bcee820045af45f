import { type Adapters, adapters } from "@lapse/functions/adapters";
import type { Config } from "@lapse/functions/config";
import type { DataDirectory } from "./dataDirectory.ts";
import { forgetProfile } from "./profiles.ts";

/**
 * The functions' adapters on this computer: who disconnects, leaves or connects in another way takes their browser
 * profile with them.
 */
export function localAdapters(config: Config, { path }: DataDirectory): Adapters {
  const all = adapters(config);
  const { members, sessions } = all;
  return {
    ...all,
    members: {
      ...members,
      leave: async (memberId) => {
        await members.leave(memberId);
        forgetProfile(path, memberId);
      },
    },
    sessions: {
      ...sessions,
      seal: async (memberId, session) => {
        const sealed = await sessions.seal(memberId, session);
        forgetProfile(path, memberId);
        return sealed;
      },
      take: async (memberId, version) => {
        const taken = await sessions.take(memberId, version);
        if (taken) forgetProfile(path, memberId);
        return taken;
      },
      remove: async (memberId) => {
        await sessions.remove(memberId);
        forgetProfile(path, memberId);
      },
    },
  };
}
