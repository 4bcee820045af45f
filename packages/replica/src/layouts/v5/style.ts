/** Enough to look at and to hit-test; nothing hangs on the page's own attributes, which mutations may take away. */
export const style = `
*{box-sizing:border-box}
html,body{height:100%;margin:0;overflow:hidden}
body{display:flex;flex-direction:column;font:15px/1.4 system-ui,sans-serif;color:#1d1d1f;background:#f3f2ef}
body>header{flex:none;background:#fff;border-bottom:1px solid #ddd;padding:8px 16px}
header nav{display:flex;gap:16px;align-items:center}
header small{margin-left:auto;color:#666}
a{color:inherit;text-decoration:none}
[data-r=main]{display:block;flex:1;min-height:0;overflow-y:auto;position:relative;padding:16px 10vw}
nav{display:flex;gap:8px;padding:8px 0}
[data-r^="row:"]{display:block;min-height:96px;padding:12px 16px;border-top:1px solid #eee;background:#fff}
[data-r^="row:"] p{margin:0;overflow-wrap:anywhere}
[data-r^="row:"] img{width:48px;height:48px;border-radius:50%;background:#d8dde3}
[data-r^="w:"],[data-r=more],[data-r=confirm],[data-r=cancel],[data-r=close],[data-r^="i:"],[data-r^="a:"],button{min-width:24px;min-height:34px;display:inline-block;font:inherit;padding:6px 14px;border:1px solid #888;border-radius:16px;background:#fff;cursor:pointer}
:is([data-r^="dialog:"],[data-r=leftover]){width:min(420px,90vw);border:0;border-radius:8px;padding:20px;box-shadow:0 8px 40px #0005;background:#fff}
:is([data-r^="dialog:"],[data-r=leftover]):not(:modal){position:fixed;top:20vh;left:0;right:0;margin:auto;z-index:30}
[data-r=dismiss]{float:right;min-width:24px;min-height:24px}
dialog::backdrop{background:#0007}
[data-r^="toast:"]{display:flex;gap:12px;align-items:center;position:fixed;left:16px;bottom:16px;background:#fff;border:1px solid #ccc;border-radius:8px;padding:12px 16px;z-index:40}
[data-r^="toast:"][data-covering]{inset:72px 0 0 0}
`.replace(/\n/g, "");
