/** Enough to look at and to hit-test; the page's own classes carry nothing, since mutations may take them away. */
export const style = `
*{box-sizing:border-box}
body{margin:0;font:15px/1.4 system-ui,sans-serif;color:#1d1d1f;background:#f3f2ef}
#global-nav{position:sticky;top:0;background:#fff;border-bottom:1px solid #ddd;padding:8px 16px;z-index:5}
#global-nav nav{display:flex;gap:16px;align-items:center}
#global-nav small{margin-left:auto;color:#666}
a{color:inherit;text-decoration:none}
section{max-width:780px;margin:0 auto;padding:16px}
ul{list-style:none;margin:0;padding:0}
ul[role=tablist]{display:flex;gap:16px}
[data-r^="row:"]{display:block;min-height:96px;padding:12px 16px;border-top:1px solid #eee;background:#fff;overflow:hidden}
[data-r^="row:"] p{margin:0;overflow-wrap:anywhere}
[data-r^="row:"] img{width:48px;height:48px;border-radius:50%;background:#d8dde3}
[data-r^="w:"],[data-r=next],[data-r=previous],[data-r=confirm],[data-r=cancel],[data-r=close],[data-r^="i:"],[data-r^="a:"],button{min-width:24px;min-height:34px;display:inline-block;font:inherit;padding:6px 14px;border:1px solid #888;border-radius:16px;background:#fff;cursor:pointer}
button[disabled]{opacity:.4}
[data-r^="dialog:"]{position:fixed;inset:0;background:#0007;display:flex;align-items:center;justify-content:center;z-index:30}
[data-r^="dialog:"]>*{width:min(420px,90vw);background:#fff;border-radius:8px;padding:20px}
[data-r=leftover]{position:fixed;top:20vh;left:0;right:0;margin:auto;width:min(420px,90vw);background:#fff;border:0;border-radius:8px;padding:20px;z-index:30}
[data-r=dismiss]{float:right;min-width:24px;min-height:24px}
[data-r=toasts]{position:fixed;left:16px;bottom:16px;padding:0;margin:0;z-index:40}
[data-r^="toast:"]{display:flex;gap:12px;align-items:center;background:#fff;border:1px solid #ccc;border-radius:8px;padding:12px 16px;margin-top:8px}
[data-r^="toast:"][data-covering]{position:fixed;inset:72px 0 0 0}
[data-r=close]{min-width:24px;min-height:24px}
`.replace(/\n/g, "");
