// Two comforts, and nothing that the page needs: the policy in words follows what is typed, and the time zone of this
// browser is filled in where nobody has chosen one. What the words are, the server decides.
(() => {
  const form = document.querySelector("form[data-policy]");
  const words = document.querySelector("output[data-words]");
  if (!form || !words) return;

  const zone = form.elements.namedItem("timezone");
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && form.dataset.policy === "new" && own) {
    if (![...zone.options].some((option) => option.value === own)) zone.add(new Option(own, own));
    zone.value = own;
  }

  let asked = 0;
  let timer;
  const ask = async () => {
    const fields = new URLSearchParams(new FormData(form));
    fields.delete("email");
    const number = ++asked;
    const answer = await fetch("/sentence", { method: "POST", body: fields }).catch(() => null);
    // An answer that was overtaken by a later question is stale.
    if (answer === null || number !== asked) return;
    words.textContent = answer.ok ? await answer.text() : words.dataset.unclear;
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 300);
  });
  if (form.dataset.policy === "new") ask();
})();

// While a session is being tried, the page is asked for again, and shown anew only once there is something new to say:
// a reload each time would interrupt whoever listens to it.
(() => {
  const waiting = document.querySelector("[data-again]");
  if (!waiting) return;
  const askAgain = async () => {
    const answer = await fetch(location.href).catch(() => null);
    if (answer?.ok && !(await answer.text()).includes("data-again=")) location.reload();
    else setTimeout(askAgain, Number(waiting.dataset.again) * 1000);
  };
  setTimeout(askAgain, Number(waiting.dataset.again) * 1000);
})();
