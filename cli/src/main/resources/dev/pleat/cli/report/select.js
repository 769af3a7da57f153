/* What is pointed at and what is chosen, in both panes at once. */
const panes = {};
let chosen = null;

function counterparts(pane, place) {
  const other = pane === panes.before ? panes.after : panes.before;
  const layers = new Set(place.node.layers.length ? place.node.layers : [place.node.layer]);
  const match = pane === panes.before
      ? p => p.node.layers.includes(place.name)
      : p => layers.has(p.name);
  return {other, places: other.plan.places.filter(match)};
}

function mark(name, pane, place) {
  for (const p of Object.values(panes)) {
    p.plan.places.forEach(x => x.element.classList.remove(name));
    p.plan.edges.forEach(e => e.path.classList.remove(name));
    p.svg.classList.remove('has-' + name);
  }
  if (!pane) {
    return null;
  }
  place.element.classList.add(name);
  pane.svg.classList.add('has-' + name);
  [...place.ins, ...place.outs].forEach(e => {
    e.path.classList.add(name);
    e.path.parentNode.append(e.path);
  });
  const match = counterparts(pane, place);
  match.places.forEach(p => p.element.classList.add(name));
  return match;
}

function point(pane, place) {
  mark('pointed', pane, place);
}

function select(pane, place, byHand) {
  chosen = {side: pane.side, name: place.name};
  const match = mark('chosen', pane, place);
  if (match.places.length) {
    match.other.reveal(match.places[0]);
  }
  pane.reveal(place);
  byId('details').replaceChildren();
  add('details', pane === panes.before ? aboutLayer(place.name, place.node) : aboutStep(place.node));
  byId('details').scrollTop = 0;
  document.querySelectorAll('#steps tr').forEach(row => row.classList.toggle('chosen', row.dataset.node === place.name && pane === panes.after));
  if (byHand) {
    pane.focus(place);
  }
}

/* Marks the chosen box again after a pane was drawn anew. */
function restore() {
  const place = chosen && panes[chosen.side].boxes.get(chosen.name);
  if (place) {
    const match = mark('chosen', panes[chosen.side], place);
    if (match.places.length) {
      match.other.reveal(match.places[0]);
    }
    panes[chosen.side].reveal(place);
  }
}

/* Chooses a layer's box in the graph as written, wherever on the page it was named. */
function goTo(side, name) {
  const pane = panes[side];
  const place = pane.boxes.get(name) || pane.plan.places.find(p => layerOf(p.name) === name || p.node.layers.includes(name));
  if (place) {
    byId('graphs').scrollIntoView({block: 'start'});
    select(pane, place, false);
  }
}

const link = (layer, side = 'before', text = layer) =>
  h('button', {type: 'button', class: 'link', onclick: () => goTo(side, layer)}, text);

/* Which pass moved a layer's work, the last one that did. */
const movedBy = layer => changes.filter(c => c.into && c.layers.includes(layer)).map(c => c.pass).pop() || '';

function weightsTable(node) {
  return node.weights.length === 0 ? null : h('table', {class: 'weights'},
      h('caption', {}, plural(node.parameters, 'parameter')),
      h('tbody', {}, node.weights.map(w => h('tr', {}, h('th', {scope: 'row'}, w.name), h('td', {}, shapeText(w.shape))))));
}

function facts(pairs) {
  return h('dl', {}, pairs.filter(p => p && p[1] !== '' && p[1] !== null).map(([k, v]) => [h('dt', {}, k), h('dd', {}, v)]));
}

function aboutLayer(layer, node) {
  const fate = fates.get(layer);
  const source = data.sources[layer];
  return [
    h('h3', {}, layer),
    h('p', {class: 'kind'}, (fate && fate.kind ? '@' + fate.kind : node.operation), ' ', fate ? chip(fate.outcome) : ''),
    source ? h('pre', {}, source.text) : null,
    facts([
      source && source.origin !== layer ? ['called in the file', source.origin] : null,
      ['result', shapeText(node.shape)],
      ['computes', node.detail],
      ['reads', node.inputs.map((i, n) => [n ? ', ' : '', link(i)])],
      ['multiply-adds', node.multiplyAdds ? thousands(node.multiplyAdds) : ''],
    ]),
    fate ? explain(fate, true) : null,
    weightsTable(node),
  ];
}

function aboutStep(node) {
  const step = stepOf.get(node.name);
  const lives = data.memory.intervals.find(i => i.value === node.name);
  const others = node.layers.map(l => fates.get(l)).filter(f => f);
  return [
    h('h3', {}, step ? `Step ${step.index + 1}: ${title(node)}` : node.layer),
    h('p', {class: 'kind'}, node.operation),
    facts([
      ['result', shapeText(node.shape)],
      ['reads', node.inputs.map((i, n) => [n ? ', ' : '', link(i, 'after', plannedByName.has(i) ? title(plannedByName.get(i)) : i)])],
      ['multiply-adds', node.multiplyAdds ? `${thousands(node.multiplyAdds)} (${percent(node.multiplyAdds / totalWork)})` : ''],
      ['scratch', lives ? `${bytes(lives.length)} at ${bytes(lives.offset)}, ${lifetime(lives)}` : ''],
      ['computed by', step ? step.schedule.map(s => h('code', {class: 'block'}, s)) : ''],
      ['computes', node.detail],
    ]),
    others.length ? h('h4', {}, others.length === 1 ? 'Does the work of one layer' : `Does the work of ${others.length} layers`) : null,
    others.map(f => h('div', {class: 'member'}, h('p', {}, chip(f.outcome), ' ', link(f.layer), h('small', {}, f.kind ? ' @' + f.kind : '')), explain(f))),
    weightsTable(node),
  ];
}

const percent = share => (100 * share).toFixed(share < 0.1 ? 1 : 0) + '%';

function lifetime(i) {
  const end = i.last >= data.steps.length ? 'the end' : 'step ' + (i.last + 1);
  return `from ${i.first < 0 ? 'the start' : 'step ' + (i.first + 1)} to ${end}`;
}
