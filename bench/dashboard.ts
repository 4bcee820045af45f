import { startDatabase } from "../packages/functions/test/support/dynamo.ts";
import { people } from "../tests/web/people.ts";
import { openStage } from "../tests/web/stage.ts";

const rounds = 15;

/**
 * The server's time for the dashboard and the preview of a member with 2,000 invitations, against the same for 40:
 * everything from the request to the last byte, the store's reads from an emulator in this process included.
 */
export async function benchDashboard(): Promise<void> {
  const database = await startDatabase();
  try {
    for (const path of ["/dashboard", "/preview"]) {
      const [few, many] = [await median(database, path, "running"), await median(database, path, "many")];
      const ratio = (many / few).toFixed(1);
      console.log(
        `${path}: ${many.toFixed(0)} ms for 2,000 invitations, ${few.toFixed(0)} ms for 40 (${ratio} times)`,
      );
    }
  } finally {
    await database.stop();
  }
}

async function median(
  database: Awaited<ReturnType<typeof startDatabase>>,
  path: string,
  who: "running" | "many",
) {
  const stage = await openStage(database);
  try {
    const cookie = await stage.person("ada", people[who]);
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const from = performance.now();
      const answer = await stage.app.request(path, { headers: { cookie } });
      await answer.text();
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      times.push(performance.now() - from);
    }
    return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
  } finally {
    await stage.stop();
  }
}
