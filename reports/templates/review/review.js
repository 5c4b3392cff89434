// Single keys for what the page already offers: every element names its own key in data-key.
(() => {
  if (location.hash === '#f-text') document.getElementById('f-text')?.focus();
  const box = document.getElementById('keys');
  if (box) box.addEventListener('change', () => box.form.requestSubmit());
  document.addEventListener('keydown', (e) => {
    const save = document.getElementById('save');
    if (e.ctrlKey && e.key === 'Enter' && save && e.target.closest('#decide')) { save.click(); return; }
    if (document.body.dataset.keys === 'off' || e.ctrlKey || e.metaKey || e.altKey || e.isComposing) return;
    if (e.target.closest('textarea,select,input:not([type=radio])')) return;
    if (e.key === 'Enter' && e.target.closest('a,button,summary')) return;
    const found = document.querySelector(`[data-key="${CSS.escape(e.key)}"]`);
    if (!found) return;
    e.preventDefault();
    if (e.key === '/' && found.matches('a')) { location.href = `${found.href}#f-text`; return; }
    if (found.matches('textarea,select,[type=text]')) { found.focus(); return; }
    if (found.matches('[type=radio]')) found.checked = true;
    if (found.matches('[type=radio],summary')) found.focus();
    if (!found.matches('[type=radio]')) found.click();
  });
})();
