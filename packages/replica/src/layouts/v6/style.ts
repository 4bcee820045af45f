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
main#workspace{flex:1;min-height:0;overflow-y:auto;display:block;position:relative}
main#workspace>div{display:flex;gap:24px;max-width:1120px;margin:0 auto;padding:16px;align-items:flex-start}
main#workspace>div>div{flex:1;min-width:0;background:#fff;border:1px solid #e0dfdc;border-radius:8px}
aside{width:260px;font-size:12px;color:#666}
aside iframe{border:0;width:100%;height:120px;background:#eee}
aside footer{display:flex;flex-wrap:wrap;gap:8px}
aside footer p,[role=listitem] p{margin:0}
nav ul{display:flex;gap:8px;list-style:none;margin:0;padding:8px 16px}
nav li a{display:inline-block;padding:4px 12px;border:1px solid #bbb;border-radius:16px}
section p{padding:0 16px;margin:12px 0}
[data-testid=expandable-text-button]{border:0;padding:0 4px;background:none;color:#666}
hr{border:0;border-top:1px solid #eee;margin:0}
[role=listitem]{min-height:96px;padding:12px 16px}
[role=listitem]>div:first-child{display:flex;gap:12px;align-items:center}
[role=listitem]>div:first-child>div:nth-child(2){flex:1;min-width:0}
[role=listitem] p{padding:0}
[role=listitem] div+div p{color:#555}
[role=listitem] figure{margin:0;width:56px;height:56px;border-radius:50%;background:#d8dde3;overflow:hidden}
[role=listitem] figure>*{display:none}
[role=listitem]>div:first-child>div:last-child{display:flex;gap:8px}
[role=listitem]>div:first-child>div:last-child>*{padding:6px 14px;border:1px solid #888;border-radius:16px;cursor:pointer}
[role=listitem] p:not(:has(span)){font-weight:600}
[role=listitem] [data-testid=expandable-text-box]{font-size:13px;overflow-wrap:anywhere}
dialog[data-testid=dialog]>button{float:right}
dialog[data-testid=dialog] h2{margin:0;font-size:19px}
dialog[data-testid=dialog]{width:min(420px,90vw);border:0;border-radius:8px;padding:20px;box-shadow:0 8px 40px #0005}
dialog[data-testid=dialog][open]:not(:modal){position:fixed;top:20vh;left:0;right:0;margin:auto;z-index:30}
dialog::backdrop{background:#0007}
dialog footer{display:flex;gap:8px;justify-content:flex-end}
button{font:inherit;padding:6px 14px;border:1px solid #888;border-radius:16px;background:#fff;cursor:pointer}
[data-toast]{display:flex;gap:12px;align-items:center;position:fixed;left:16px;bottom:16px;background:#fff;border:1px solid #ccc;border-radius:8px;padding:12px 16px;z-index:40}
[data-toast][data-covering]{inset:72px 0 0 0}
@media(max-width:700px){aside{display:none}}
`.replace(/\n/g, "");
