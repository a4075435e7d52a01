// What script adds to pages that work without it: suggestions, the remembered township, copying, printing.
// Text from the server is only ever set as text.

const TOWNSHIP_KEY = 'duty-desk.township';
const SUGGEST_DELAY = 150;

function recall() {
  try {
    return localStorage.getItem(TOWNSHIP_KEY);
  } catch {
    return null; // storage is switched off
  }
}

function remember(value) {
  try {
    localStorage.setItem(TOWNSHIP_KEY, value);
  } catch {
    // storage is switched off: the picker works without memory
  }
}

function setUpTownship(select) {
  if (select.dataset.remember === 'restore' && select.value === '') {
    const known = recall();
    if (known && [...select.options].some((option) => option.value === known)) select.value = known;
  } else if (select.value !== '') {
    remember(select.value);
  }
  select.addEventListener('change', () => remember(select.value));
}

/** The field as a combobox with a list box (WAI-ARIA 1.2 pattern): arrows choose, Enter takes, Escape closes. */
function setUpSuggestions(input) {
  const list = document.createElement('ul');
  list.id = `${input.id}-list`;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.dataset.listLabel);
  list.hidden = true;
  const status = document.createElement('p');
  status.className = 'hidden-text';
  status.setAttribute('role', 'status');
  input.after(list, status);
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-expanded', 'false'],
    ['aria-controls', list.id],
  ])
    input.setAttribute(name, value);

  let chosen = -1;
  let timer = 0;
  let latest = 0;

  function close() {
    list.hidden = true;
    chosen = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function choose(index) {
    const options = [...list.children];
    chosen = options.length === 0 ? -1 : (index + options.length) % options.length;
    options.forEach((option, i) => option.setAttribute('aria-selected', String(i === chosen)));
    const current = options[chosen];
    if (!current) return;
    input.setAttribute('aria-activedescendant', current.id);
    current.scrollIntoView({ block: 'nearest' });
  }

  function take(option) {
    input.value = option.dataset.text;
    close();
    input.form.requestSubmit();
  }

  function show(suggestions) {
    list.replaceChildren(
      ...suggestions.map(({ text, hint }, i) => {
        const option = document.createElement('li');
        option.id = `${list.id}-${i}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.dataset.text = text;
        const main = document.createElement('span');
        main.textContent = text;
        const side = document.createElement('span');
        side.textContent = hint === text ? '' : hint;
        option.append(main, side);
        option.addEventListener('pointerdown', (event) => event.preventDefault());
        option.addEventListener('click', () => take(option));
        return option;
      }),
    );
    chosen = -1;
    list.hidden = suggestions.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    input.removeAttribute('aria-activedescendant');
    status.textContent = suggestions.length === 0 ? '' : `${suggestions.length} ${input.dataset.status}`;
  }

  async function load() {
    const own = ++latest;
    const typed = input.value.trim();
    if (typed === '') {
      close();
      return;
    }
    const township = input.form.elements.t?.value ?? '';
    const query = new URLSearchParams({ q: typed, t: township });
    try {
      const response = await fetch(`${input.dataset.suggest}?${query}`);
      if (!response.ok || own !== latest || document.activeElement !== input) return;
      show((await response.json()).suggestions);
    } catch {
      close(); // no connection: the field works without suggestions
    }
  }

  input.addEventListener('input', (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(load, SUGGEST_DELAY);
  });
  input.addEventListener('compositionend', () => {
    clearTimeout(timer);
    timer = setTimeout(load, SUGGEST_DELAY);
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (list.hidden) return;
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      choose(chosen < 0 && step < 0 ? -1 : chosen + step);
    } else if (event.key === 'Enter' && !list.hidden && chosen >= 0) {
      event.preventDefault();
      take(list.children[chosen]);
    }
  });
}

/** Adds a copy button below a text; where the clipboard is closed, the text gets selected instead. */
function setUpCopy(text) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text.dataset.copy;
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  status.className = 'quiet';
  const line = document.createElement('p');
  line.append(button, ' ', status);
  text.after(line);
  const copy = async () => {
    text.select();
    try {
      await navigator.clipboard.writeText(text.value);
    } catch {
      if (!document.execCommand('copy')) return;
    }
    status.textContent = text.dataset.copied;
  };
  button.addEventListener('click', () => void copy());
}

document.querySelectorAll('select[data-remember]').forEach(setUpTownship);
document.querySelectorAll('input[data-suggest]').forEach(setUpSuggestions);
document.querySelectorAll('textarea[data-copy]').forEach(setUpCopy);
document.querySelectorAll('[data-print]').forEach((button) => {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
});

// a status that is filled after the page is there gets read out; one that comes with the page does not
document.querySelectorAll('[data-announce]').forEach((status) => {
  setTimeout(() => {
    status.textContent = status.dataset.announce;
  }, 300);
});

const own = document.querySelector('.lines .own');
if (own && location.hash === '') own.scrollIntoView({ block: 'start' });
