/* One pane: a graph, its zoom, and what happens when somebody points at a box. */
class Pane {
  constructor(host, side, caption) {
    this.host = host;
    this.side = side;
    this.scroll = h('div', {class: 'scroll', tabindex: '-1'});
    this.caption = h('span', {});
    const button = (label, sign, act) => h('button', {type: 'button', 'aria-label': label + ', ' + caption, title: label, onclick: act}, sign);
    host.append(
        h('figcaption', {}, this.heading = h('b', {}, caption), this.caption, h('span', {class: 'zoom'},
            button('Zoom out', '−', () => this.zoom(this.scale / 1.25)),
            button('Fit width', '↔', () => this.fitWidth()),
            button('Zoom in', '+', () => this.zoom(this.scale * 1.25)))),
        this.scroll);
    this.scroll.addEventListener('wheel', e => {
      if (e.ctrlKey || e.metaKey) {
        e.preventDefault();
        this.zoom(this.scale * (e.deltaY < 0 ? 1.1 : 1 / 1.1), e);
      }
    }, {passive: false});
    this.drag();
  }

  drag() {
    let start = null;
    this.scroll.addEventListener('pointerdown', e => {
      if (e.button === 0 && e.pointerType === 'mouse' && !e.target.closest('.node')) {
        start = {x: e.clientX, y: e.clientY, left: this.scroll.scrollLeft, top: this.scroll.scrollTop};
        this.scroll.setPointerCapture(e.pointerId);
      }
    });
    this.scroll.addEventListener('pointermove', e => {
      if (start) {
        this.scroll.scrollTo(start.left - e.clientX + start.x, start.top - e.clientY + start.y);
      }
    });
    ['pointerup', 'pointercancel'].forEach(type => this.scroll.addEventListener(type, () => { start = null; }));
  }

  show(drawing, text, numbered) {
    this.numbered = numbered;
    this.plan = layout(drawing);
    this.outputs = new Map();
    drawing.outputs.forEach(o => this.outputs.set(o.node, [...(this.outputs.get(o.node) || []), o.name]));
    this.caption.textContent = text;
    this.boxes = new Map();
    const {width, height} = this.plan;
    const arrow = 'arrow-' + this.side;
    this.svg = svg('svg', {viewBox: `0 0 ${width} ${height}`, role: 'group', 'aria-label': `${this.side} graph of ${drawing.nodes.length} nodes`},
        svg('defs', {}, svg('marker', {id: arrow, viewBox: '0 0 8 8', refX: 7.5, refY: 4, markerWidth: 9, markerHeight: 9, markerUnits: 'userSpaceOnUse', orient: 'auto-start-reverse'},
            svg('path', {d: 'M0 .8 7.5 4 0 7.2z', class: 'tip'}))),
        svg('g', {class: 'edges'}, this.plan.edges.map(edge => {
          edge.path = svg('path', {d: rounded(edge.points), class: 'edge ' + edge.kind, 'marker-end': `url(#${arrow})`});
          return edge.path;
        })),
        svg('g', {class: 'nodes'}, this.plan.places.map(place => this.box(place))));
    this.scroll.replaceChildren(this.svg);
    this.fitWidth();
    fitHeight();
    this.scroll.scrollTo(this.plan.places[0].cx * this.scale - this.scroll.clientWidth / 2, 0);
  }

  /* Paper has pages: a graph is cut between its rows. */
  slices() {
    const {width, height} = this.plan;
    const row = BOX.h + BOX.gap, scale = Math.min(1, 690 / width);
    const rows = Math.max(1, Math.floor(1000 / (row * scale)));
    const slices = [];
    for (let top = 0; top < height - BOX.margin; top += rows * row) {
      const part = Math.min(rows * row, height - top);
      const copy = this.svg.cloneNode(true);
      fill(copy, {viewBox: `0 ${top + BOX.margin / 2} ${width} ${part}`, width: width * scale, height: part * scale, class: 'slice'}, []);
      slices.push(copy);
    }
    this.scroll.append(...slices);
  }

  fitWidth() {
    const room = this.scroll.clientWidth || 480;
    this.zoom(Math.max(0.55, Math.min(1, (room - 2) / this.plan.width)));
  }

  zoom(scale, at) {
    const old = this.scale || 1;
    const box = this.scroll.getBoundingClientRect();
    const x = at ? at.clientX - box.left : 0, y = at ? at.clientY - box.top : box.height / 2;
    const left = (this.scroll.scrollLeft + x) / old, top = (this.scroll.scrollTop + y) / old;
    this.scale = Math.max(0.15, Math.min(3, scale));
    this.svg.setAttribute('width', this.plan.width * this.scale);
    this.svg.setAttribute('height', this.plan.height * this.scale);
    this.scroll.scrollTo(left * this.scale - x, at || this.scroll.scrollTop ? top * this.scale - y : 0);
  }

  box(place) {
    const {node} = place;
    const look = this.side === 'before' ? lookBefore(node) : lookAfter(node, this.numbered);
    const outputs = this.outputs.get(node.name) || [];
    const shape = shapeText(node.shape).replace(/ × /g, '×');
    canvas.font = '11px ' + FONT;
    const side = canvas.measureText(shape).width + 10;
    const right = 11 * look.pips.length + (outputs.length ? 42 : 0);
    const group = svg('g', {
      class: 'node ' + look.type, transform: `translate(${place.x} ${place.y})`, tabindex: '-1', role: 'button',
      'aria-label': look.label + (outputs.length ? ', output ' + outputs.join(', ') : ''),
      onclick: () => select(this, place, true), onpointerenter: () => point(this, place), onpointerleave: () => point(null),
      onfocus: () => point(this, place), onkeydown: e => this.key(e, place),
    },
    svg('title', {}, look.label),
    svg('rect', {class: 'body', width: BOX.w, height: BOX.h, rx: 7}),
    svg('path', {class: 'stripe', d: `M0 7a7 7 0 0 1 5-6.7V${BOX.h - 0.3}a7 7 0 0 1-5-6.7z`}),
    svg('text', {class: 'label', x: 14, y: 19}, fit(look.title, BOX.w - 24 - side, '600 12.5px ' + FONT, 7)),
    svg('text', {class: 'shape', x: BOX.w - 9, y: 19, 'text-anchor': 'end'}, shape),
    svg('text', {class: 'sub', x: 14, y: 35}, fit(look.sub, BOX.w - 26 - right, '11px ' + FONT)));
    if (outputs.length) {
      group.append(svg('text', {class: 'out', x: BOX.w - 9 - 11 * look.pips.length, y: 35, 'text-anchor': 'end'}, 'output'));
    }
    look.pips.forEach((pip, i) => group.append(
        svg('rect', {class: 'pip ' + pip.toLowerCase(), x: BOX.w - 10 - 11 * (look.pips.length - i) + 2, y: 27, width: 8, height: 8, rx: 2})));
    if (look.share > 0) {
      group.append(svg('rect', {class: 'work', x: 12, y: BOX.h - 4, width: Math.max(1.5, (BOX.w - 24) * look.share), height: 2, rx: 1}));
    }
    place.element = group;
    this.boxes.set(node.name, place);
    return group;
  }

  /* Arrow keys walk along the edges; left and right to what stands beside. */
  key(event, place) {
    const near = (list, sign) => list.filter(p => Math.sign(p.x - place.x) === sign)
        .sort((a, b) => Math.abs(a.y - place.y) - Math.abs(b.y - place.y))[0];
    const next = {
      ArrowDown: () => (place.outs[0] || {}).to, ArrowUp: () => (place.ins[0] || {}).from,
      ArrowRight: () => near(this.plan.places, 1), ArrowLeft: () => near(this.plan.places, -1),
      Home: () => this.plan.places[0], End: () => this.plan.places[this.plan.places.length - 1],
    }[event.key];
    if (next) {
      event.preventDefault();
      const found = next();
      if (found) {
        this.focus(found);
      }
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      select(this, place, true);
    } else if (event.key === '+' || event.key === '-') {
      this.zoom(this.scale * (event.key === '+' ? 1.25 : 0.8));
    }
  }

  focus(place) {
    this.plan.places.forEach(p => p.element.setAttribute('tabindex', p === place ? '0' : '-1'));
    place.element.focus({preventScroll: true});
    this.reveal(place);
  }

  /* Scrolls a box to the middle of the pane, and the page not at all. */
  reveal(place) {
    const box = this.scroll;
    const top = place.y * this.scale, left = place.x * this.scale;
    if (top < box.scrollTop + 20 || top + BOX.h * this.scale > box.scrollTop + box.clientHeight - 20) {
      box.scrollTop = top - box.clientHeight / 2;
    }
    if (left < box.scrollLeft || left + BOX.w * this.scale > box.scrollLeft + box.clientWidth) {
      box.scrollLeft = left - 20;
    }
  }
}

const FONT = getComputedStyle(document.body).fontFamily;
const mostWork = Math.max(1, ...planned.nodes.map(n => n.multiplyAdds), ...written.nodes.map(n => n.multiplyAdds));

function lookBefore(node) {
  const fate = fates.get(node.name);
  const kind = node.kind || node.operation;
  return {
    type: fate ? fate.outcome.toLowerCase() : 'step',
    title: node.name,
    sub: kind,
    label: `${node.name}, ${kind}, ${shapeText(node.shape)}${fate ? ', ' + OUTCOMES[fate.outcome][0] : ''}`,
    pips: [],
    share: node.multiplyAdds / mostWork,
  };
}

function lookAfter(node, numbered) {
  const step = stepOf.get(node.name);
    const type = node.operation === 'input' ? 'input' : !numbered || step ? 'step' : 'view';
  const number = numbered && step ? `${step.index + 1}  ` : '';
  const pips = node.layers.filter(l => l !== node.layer).map(l => fates.has(l) ? fates.get(l).outcome : 'STEP');
  return {
    type,
    title: number + title(node),
    sub: node.name.endsWith('#padded') ? 'with a border of zeros' : node.operation,
    label: `${numbered && step ? 'step ' + (step.index + 1) + ', ' : ''}${node.layer}, ${node.operation}, ${shapeText(node.shape)}`
        + (pips.length ? `, with ${node.layers.filter(l => l !== node.layer).join(', ')}` : ''),
    pips: pips.slice(0, 7),
    share: node.multiplyAdds / mostWork,
  };
}

/* Small graphs need no tall panes. */
function fitHeight() {
  const tallest = Math.max(...Object.values(panes).filter(p => p.plan).map(p => p.plan.height * p.scale));
  document.querySelector('.graphs').style.setProperty('--tallest', Math.max(420, tallest + 64) + 'px');
}
