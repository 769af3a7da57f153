/* Puts the page together, and looks at the result as a test would. */
const errors = [];
window.addEventListener('error', e => errors.push(String(e.message)));

function search() {
  const box = byId('search');
  let hits = [], at = 0;
  const apply = () => {
    const words = box.value.trim().toLowerCase().split(/\s+/).filter(w => w);
    const matches = text => words.every(w => text.includes(w));
    document.body.classList.toggle('searching', words.length > 0);
    document.querySelectorAll('[data-words]').forEach(e => e.classList.toggle('missed', !matches(e.dataset.words)));
    hits = [];
    for (const pane of [panes.before, panes.after]) {
      for (const p of pane.plan.places) {
        const hit = matches([p.name, p.node.kind, p.node.operation, p.node.detail, shapeText(p.node.shape), shapeText(p.node.shape).replace(/ × /g, '×'), ...p.node.layers].join(' ').toLowerCase());
        p.element.classList.toggle('missed', words.length > 0 && !hit);
        if (hit && words.length) {
          hits.push([pane, p]);
        }
      }
    }
    at = 0;
    if (words.length) {
      document.querySelectorAll('#decisions details.group').forEach(d => { d.open = [...d.querySelectorAll('.decision')].some(e => !e.classList.contains('missed')); });
      [panes.before, panes.after].forEach(pane => { const first = hits.find(x => x[0] === pane); if (first) { pane.reveal(first[1]); } });
    }
    byId('found').textContent = words.length ? plural(hits.length, 'box').replace('boxs', 'boxes') : '';
  };
  box.addEventListener('input', apply);
  box.addEventListener('keydown', e => {
    if (e.key === 'Enter' && hits.length) {
      select(...hits[at++ % hits.length], false);
    } else if (e.key === 'Escape') {
      box.value = '';
      apply();
    }
  });
  document.addEventListener('keydown', e => {
    if (e.key === '/' && document.activeElement !== box && !e.ctrlKey && !e.metaKey) {
      e.preventDefault();
      box.focus();
    }
  });
}

function theme() {
  const dark = () => document.documentElement.dataset.theme === 'dark'
      || !document.documentElement.dataset.theme && matchMedia('(prefers-color-scheme: dark)').matches;
  byId('theme').addEventListener('click', () => { document.documentElement.dataset.theme = dark() ? 'light' : 'dark'; });
  window.addEventListener('beforeprint', () => Object.values(panes).forEach(p => p.slices()));
  window.addEventListener('afterprint', () => document.querySelectorAll('.slice').forEach(e => e.remove()));
  byId('print').addEventListener('click', () => window.print());
}

/* Counts what must not be: boxes over boxes, edges over boxes, words over edges. */
function audit() {
  const result = {errors};
  for (const [side, pane] of Object.entries(panes)) {
    const boxes = pane.plan.places.map(p => [p.x, p.y, p.x + BOX.w, p.y + BOX.h]);
    const meets = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    let overlaps = 0, crossed = 0, long = 0;
    boxes.forEach((a, i) => boxes.slice(i + 1).forEach(b => { overlaps += meets(a, b) ? 1 : 0; }));
    for (const edge of pane.plan.edges) {
      for (let i = 1; i < edge.points.length; i++) {
        const [a, b] = [edge.points[i - 1], edge.points[i]];
        const segment = [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])];
        const inner = [segment[0] - 0.1, segment[1] + 0.5, segment[2] + 0.1, segment[3] - 0.5];
        const flat = segment[1] === segment[3] ? [segment[0] + 0.5, segment[1] - 0.1, segment[2] - 0.5, segment[3] + 0.1] : inner;
        crossed += boxes.filter(box => meets(flat, box)).length;
      }
    }
    pane.svg.querySelectorAll('text.label, text.sub').forEach(t => { long += t.getComputedTextLength() > BOX.w - 14 ? 1 : 0; });
    result[side] = {nodes: pane.svg.querySelectorAll('.node').length, edges: pane.plan.edges.length, overlaps, crossed, long, width: pane.plan.width};
  }
  result.steps = document.querySelectorAll('#steps tbody tr').length;
  result.intervals = document.querySelectorAll('svg.memory .value').length;
  result.decisions = document.querySelectorAll('.decision').length;
  result.sideways = document.documentElement.scrollWidth > document.documentElement.clientWidth;
  result.chosen = [...document.querySelectorAll('.node.chosen text.label')].map(t => t.textContent);
  result.found = document.querySelectorAll('.searching .node:not(.missed)').length;
  result.links = document.querySelectorAll('[src], [href]:not([href^="#"])').length;
  byId('audit').textContent = JSON.stringify(result);
}

/* Links can say what to show: #theme=dark&stage=2&layer=conv&find=norm */
function asked() {
  const wish = new URLSearchParams(location.hash.slice(1));
  if (['dark', 'light'].includes(wish.get('theme'))) {
    document.documentElement.dataset.theme = wish.get('theme');
  }
  if (wish.has('stage')) {
    showStage(Math.max(0, Math.min(data.stages.length + 1, Number(wish.get('stage')) || 0)));
  }
  if (wish.has('layer')) {
    goTo('before', wish.get('layer'));
  }
  if (wish.has('find')) {
    byId('search').value = wish.get('find');
    byId('search').dispatchEvent(new Event('input'));
  }
}

function main() {
  byId('name').textContent = data.model;
  add('subtitle', data.file ? `from ${data.file}, ` : '', 'compiled into ', h('code', {}, data.className), ' by Pleat');
  theme();
  overview();
  panes.before = new Pane(byId('before'), 'before', 'As written');
  panes.after = new Pane(byId('after'), 'after', 'As computed');
  panes.before.show(written, plural(written.nodes.length, 'layer'));
  stages();
  showStage(data.stages.length + 1);
  steps();
  memory();
  decisions();
  passes();
  search();
  panes.before.plan.places[0].element.setAttribute('tabindex', '0');
  const interesting = planned.nodes.reduce((best, n) => n.layers.length > best.layers.length ? n : best, planned.nodes[0]);
  select(panes.after, panes.after.boxes.get(interesting.name), false);
  Object.values(panes).forEach(p => { p.scroll.scrollTop = 0; });
  asked();
  byId('footer').textContent = 'Everything on this page is in this file; it asks no network for anything.';
  new ResizeObserver(() => { [panes.before, panes.after].forEach(p => p.fitWidth()); fitHeight(); }).observe(byId('graphs'));
}

try {
  main();
} catch (e) {
  errors.push(String(e && e.stack || e));
}
audit();
