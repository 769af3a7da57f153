/* The sections below the graphs. */
function overview() {
  const parameters = new Map(read.nodes.flatMap(n => n.weights).map(w => [w.name, w.shape.reduce((a, b) => a * b, 1)]));
  const layers = data.fates.length;
  const count = outcome => data.fates.filter(f => f.outcome === outcome).length;
  const total = [...parameters.values()].reduce((a, b) => a + b, 0);
  const apart = data.memory.intervals.reduce((sum, i) => sum + i.length, 0);
  const tile = (value, label, more) => h('div', {class: 'tile'}, h('b', {}, value), h('span', {}, label), more ? h('small', {}, more) : null);
  add('overview',
      h('div', {class: 'tiles'},
          tile([String(layers), h('i', {'aria-label': 'become'}, ' → '), String(data.steps.length)], 'layers become steps',
              [['folded', count('FOLDED')], ['fused', count('FUSED')], ['free', count('VIEW') + count('REMOVED')]].filter(p => p[1]).map(p => `${p[1]} ${p[0]}`).join(', ') || 'nothing to fold'),
          tile(short(total), 'parameters', bytes(total) + ' as float32'),
          tile(short(totalWork), 'multiply-adds', 'per prediction'),
          tile(bytes(data.memory.floats), 'scratch memory', bytes(apart) + ' if nothing were shared')),
      h('div', {class: 'bar', role: 'img', 'aria-label': 'What became of the layers: ' + Object.keys(OUTCOMES).map(o => count(o) + ' ' + OUTCOMES[o][0]).join(', ')},
          Object.keys(OUTCOMES).filter(count).map(o => h('span', {class: o.toLowerCase(), style: `flex:${count(o)}`, title: `${count(o)} ${OUTCOMES[o][0]}: ${OUTCOMES[o][1]}`},
              count(o) / layers < 0.05 ? '' : h('em', {}, `${count(o)} ${OUTCOMES[o][0]}${count(o) > 1 && ['INPUT', 'STEP', 'VIEW'].includes(o) ? 's' : ''}`)))),
      data.notes.length ? h('details', {class: 'notes', open: data.notes.length < 4}, h('summary', {}, 'Notes of the import'), h('ul', {}, data.notes.map(n => h('li', {}, n)))) : '');
  add('legend', ...Object.keys(OUTCOMES).filter(count).map(o => h('span', {}, chip(o), ' ', OUTCOMES[o][1])));
}

/* The kernel that runs where there are vectors, and its tiles; the chosen box lists all. */
function kernels(step) {
  const vector = step.schedule.find(s => s.startsWith('Wide'));
  const tiles = step.schedule.filter(s => s.includes(' ')).map(s => s.split(' (32')[0]);
  return vector ? [vector.slice(vector.indexOf('.') + 1), ...tiles] : step.schedule;
}

function steps() {
  const most = Math.max(1, ...planned.nodes.map(n => n.multiplyAdds));
  const row = (step, i) => {
    const node = plannedByName.get(step.node);
    const others = node.layers.filter(l => l !== node.layer).map(l => fates.get(l)).filter(f => f);
    return h('tr', {'data-node': node.name, 'data-words': [node.layer, node.operation, ...node.layers, shapeText(node.shape)].join(' ').toLowerCase()},
        h('td', {class: 'n'}, i + 1),
        h('th', {scope: 'row'}, link(node.name, 'after', title(node)),
            h('div', {class: 'chips'}, others.map(f => h('button', {type: 'button', class: 'chip ' + f.outcome.toLowerCase(), title: `${f.layer}: ${f.sentence}`, onclick: () => goTo('before', f.layer)}, f.layer)))),
        h('td', {class: 'shape'}, node.operation),
        h('td', {class: 'shape'}, node.inputs.map(n => plannedByName.get(n)).map((n, k) => [k ? ', ' : '', n.shape.join('×')]), ' → ', node.shape.join('×')),
        h('td', {class: 'n'}, node.parameters ? thousands(node.parameters) : '–'),
        h('td', {class: 'n work'}, h('span', {class: 'track'}, h('i', {style: `width:${100 * node.multiplyAdds / most}%`})),
            h('span', {}, node.multiplyAdds ? thousands(node.multiplyAdds) : '–')),
        h('td', {class: 'kernels'}, kernels(step).map(s => h('code', {}, s))));
  };
  add('steps',
      h('h2', {id: 'h-steps'}, 'Steps'),
      h('p', {class: 'lead'}, 'What one prediction runs, in order. Coloured names are layers that the step does the work of beside its own.'),
      h('div', {class: 'wide', tabindex: '0', role: 'region', 'aria-label': 'Table of steps'}, h('table', {class: 'steps'},
          h('thead', {}, h('tr', {}, ['#', 'Step', 'Operation', 'Shapes', 'Parameters', 'Multiply-adds', 'Kernels and tiles'].map(t => h('th', {scope: 'col'}, t)))),
          h('tbody', {}, data.steps.map(row)))));
}

function decisions() {
  const order = ['FOLDED', 'FUSED', 'STEP', 'VIEW', 'REMOVED', 'INPUT'];
  const item = f => h('article', {class: 'decision', 'data-words': [f.layer, f.kind, f.sentence, ...f.reasons].join(' ').toLowerCase()},
      h('header', {}, chip(f.outcome), ' ', link(f.layer), h('small', {}, f.kind ? '@' + f.kind : '')),
      explain(f));
  const refused = data.fates.filter(f => f.reasons.length).length;
  add('decisions',
      h('h2', {id: 'h-decisions'}, 'Decisions'),
      h('p', {class: 'lead'}, 'What became of every layer, and why. ',
          refused ? `For ${plural(refused, 'layer')} something better was tried and refused; the reasons are listed.` : 'Nothing was refused.'),
      order.map(outcome => {
        const members = data.fates.filter(f => f.outcome === outcome);
        return members.length ? h('details', {class: 'group', open: members.some(f => f.reasons.length) || members.length < 13},
            h('summary', {}, chip(outcome), ` ${plural(members.length, 'layer')}: ${OUTCOMES[outcome][1]}`),
            h('div', {class: 'cards'}, members.map(item))) : null;
      }));
}

function passes() {
  add('passes',
      h('h2', {id: 'h-passes'}, 'Passes'),
      h('p', {class: 'lead'}, 'Rewrites that keep the meaning and leave less to do, in the order in which they found something.'),
      h('ol', {class: 'passes'}, data.stages.map((s, i) => h('li', {},
          h('details', {},
              h('summary', {}, h('b', {}, s.pass), h('span', {}, plural(s.changes.length, 'change')), h('small', {}, s.purpose)),
              h('ul', {}, s.changes.map(c => h('li', {'data-words': c.sentence.toLowerCase()}, sentence(c.sentence)))),
              h('button', {type: 'button', onclick: () => { showStage(i + 1); byId('graphs').scrollIntoView(); }}, 'Show the graph behind it'))))),
      data.stages.length ? '' : h('p', {}, 'No pass found anything to change.'));
}

/* The right pane can show the graph behind each pass: 0 is the graph as read, the last the one that is computed. */
function stages() {
  const last = data.stages.length + 1;
  const label = h('output', {for: 'stage'});
  const slider = h('input', {id: 'stage', type: 'range', min: 0, max: last, value: last, step: 1, 'aria-label': 'Pass after which the right graph is shown', oninput: () => showStage(Number(slider.value))});
  const step = d => () => showStage(Math.max(0, Math.min(last, Number(slider.value) + d)));
  add('stages', h('span', {}, 'Watch it fold:'),
      h('button', {type: 'button', 'aria-label': 'One pass back', onclick: step(-1)}, '‹'), slider,
      h('button', {type: 'button', 'aria-label': 'One pass on', onclick: step(1)}, '›'), label);
  window.showStage = i => {
    slider.value = i;
    const stage = data.stages[i - 1];
    const drawing = i === 0 ? read : i === last ? planned : drawingOf(stage.after);
    const name = i === 0 ? 'as read' : i === last ? 'as computed' : `behind ${stage.pass}`;
    label.replaceChildren(h('b', {}, name), i === 0 ? ' The layers in operations, before any pass.' : i < last ? ` ${stage.purpose} ${plural(stage.changes.length, 'change')}.` : '');
    panes.after.show(drawing, plural(drawing.nodes.length, 'box').replace('boxs', 'boxes'), i === last);
    panes.after.heading.textContent = name[0].toUpperCase() + name.slice(1);
    restore();
    const touched = new Set(i > 0 && i < last ? stage.changes.map(c => c.into) : []);
    panes.after.plan.places.forEach(p => p.element.classList.toggle('touched', touched.has(p.node.layer)));
    panes.after.plan.places[0].element.setAttribute('tabindex', '0');
  };
}
