import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { openMemberTab } from "../src/memberTab.ts";

const page = `<button style="position:fixed;left:0;top:0;width:100px;height:100px"
  onclick="fetch('/withdraw',{method:'POST',body:'7498810568384856065'})">Withdraw</button>`;

test("a request that is not allowed never reaches the site, however shortly before the click that was said", async () => {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    if (request.method === "POST") heard.push(request.url ?? "");
    response.setHeader("content-type", "text/html").end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { tab, close } = await openMemberTab(site, { cookies: [] });
  const press = async () => {
    const mark = tab.mark();
    await tab.press({ x: 50, y: 50 });
    while (!tab.exchanges(mark).some((exchange) => exchange.ended)) await tab.changed(tab.version(), 100);
  };
  try {
    await tab.open(`${site}/`, 10_000);
    for (let i = 0; i < 20; i++) {
      tab.guard((request) => request.body !== "7498810568384856065");
      await press();
      tab.guard(null);
    }
    expect(heard).toEqual([]);
    await press();
    expect(heard).toEqual(["/withdraw"]);
  } finally {
    await close();
    await new Promise((resolve) => server.close(resolve));
  }
});
