/// <reference path="./.sst/platform/config.d.ts" />

// SST reads the default export and nothing else, and it forbids imports at the top of this file.
// biome-ignore lint/style/noDefaultExport: the one place where a tool demands it
export default $config({
  async app(input) {
    const { stageOf } = await import("./infra/stage.ts");
    const { removal, protect } = stageOf(input.stage, process.env);
    return { name: "lapse", home: "aws", removal, protect, version: "4.17.1" };
  },
  async run() {
    const { stageOf } = await import("./infra/stage.ts");
    const { lapse } = await import("./infra/lapse.ts");
    return lapse(stageOf($app.stage, process.env));
  },
});
