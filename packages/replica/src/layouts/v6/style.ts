/** Just enough to look at and to hit-test: `<main>` scrolls, the window does not. No hashed class is used. */
export const style = `
*{box-sizing:border-box}
html,body{height:100%;margin:0;overflow:hidden}
body{display:flex;flex-direction:column;font:15px/1.4 system-ui,sans-serif;color:#1d1d1f;background:#f3f2ef}
body>header{flex:none;background:#fff;border-bottom:1px solid #ddd;padding:8px 16px}
body>header nav{display:flex;gap:16px;flex-wrap:wrap;align-items:center}
body>header small{margin-left:auto;color:#666}
a{color:inherit;text-decoration:none}
svg{width:16px;height:16px}
button>svg:only-child,button>span>svg:only-child{background:linear-gradient(45deg,#0000 46%,#555 46% 54%,#0000 54%),linear-gradient(-45deg,#0000 46%,#555 46% 54%,#0000 54%);vertical-align:middle}
[data-r=main]{flex:1;min-height:0;overflow-y:auto;display:block;position:relative}
[data-r=main]>div{display:flex;gap:24px;max-width:1120px;margin:0 auto;padding:16px;align-items:flex-start}
[data-r=main]>div>div{flex:1;min-width:0;background:#fff;border:1px solid #e0dfdc;border-radius:8px}
aside{width:260px;font-size:12px;color:#666}
aside iframe{border:0;width:100%;height:120px;background:#eee}
aside footer{display:flex;flex-wrap:wrap;gap:8px}
aside footer p,:is([role=listitem],[data-r^="row:"]) p{margin:0}
nav ul{display:flex;gap:8px;list-style:none;margin:0;padding:8px 16px}
nav li a{display:inline-block;padding:4px 12px;border:1px solid #bbb;border-radius:16px}
section p{padding:0 16px;margin:12px 0}
[data-testid=expandable-text-button]{border:0;padding:0 4px;background:none;color:#666}
hr{border:0;border-top:1px solid #eee;margin:0}
:is([role=listitem],[data-r^="row:"]){min-height:96px;padding:12px 16px}
:is([role=listitem],[data-r^="row:"])>div:first-child{display:flex;gap:12px;align-items:center}
:is([role=listitem],[data-r^="row:"])>div:first-child>div:nth-child(2){flex:1;min-width:0}
:is([role=listitem],[data-r^="row:"]) p{padding:0}
:is([role=listitem],[data-r^="row:"]) div+div p{color:#555}
:is([role=listitem],[data-r^="row:"]) figure{margin:0;width:56px;height:56px;border-radius:50%;background:#d8dde3;overflow:hidden}
:is([role=listitem],[data-r^="row:"]) figure>*{display:none}
:is([role=listitem],[data-r^="row:"])>div:first-child>div:last-child{display:flex;gap:8px}
:is([role=listitem],[data-r^="row:"])>div:first-child>div:last-child>*{padding:6px 14px;border:1px solid #888;border-radius:16px;cursor:pointer}
:is([role=listitem],[data-r^="row:"]) p:not(:has(span)){font-weight:600}
:is([role=listitem],[data-r^="row:"]) [data-testid=expandable-text-box]{font-size:13px;overflow-wrap:anywhere}
:is([data-r^="dialog:"],[data-r=leftover])>button{float:right}
:is([data-r^="dialog:"],[data-r=leftover]) h2{margin:0;font-size:19px}
:is([data-r^="dialog:"],[data-r=leftover]){width:min(420px,90vw);border:0;border-radius:8px;padding:20px;box-shadow:0 8px 40px #0005}
:is([data-r^="dialog:"],[data-r=leftover]):not(:modal){position:fixed;top:20vh;left:0;right:0;margin:auto;z-index:30}
dialog::backdrop{background:#0007}
:is([data-r^="dialog:"],[data-r=leftover]) footer{display:flex;gap:8px;justify-content:flex-end}
[data-r=confirm],[data-r=cancel],[data-r=more],[data-r=close],button{display:inline-block;min-width:24px;min-height:24px;font:inherit;padding:6px 14px;border:1px solid #888;border-radius:16px;background:#fff;cursor:pointer}
[data-r^="toast:"]{display:flex;gap:12px;align-items:center;position:fixed;left:16px;bottom:16px;background:#fff;border:1px solid #ccc;border-radius:8px;padding:12px 16px;z-index:40}
[data-r^="toast:"][data-covering]{inset:72px 0 0 0}
@media(max-width:700px){aside{display:none}}
`.replace(/\n/g, "");
