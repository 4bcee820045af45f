import { defineConfig } from "vitest/config";

// vitest reads the default export and nothing else.
// biome-ignore lint/style/noDefaultExport: the one place where a tool demands it
export default defineConfig({
  test: {
    include: ["packages/*/test/**/*.test.ts", "tests/**/*.test.ts"],
    // Browsers and emulators are started by tests, and much of their time is waiting for what never comes.
    maxWorkers: 4,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
    globalSetup: ["tests/scenarioTable.ts"],
    setupFiles: ["tests/seed.ts"],
    reporters: ["default"],
  },
});
