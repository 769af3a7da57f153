/* Elements are built from values, never from markup: whatever a name contains stays text. */
const data = JSON.parse(document.getElementById('data').textContent);
const SVG = document.querySelector('svg').namespaceURI;

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...children.flat(9).filter(c => c !== null && c !== undefined && c !== ''));
  return element;
}

const h = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
const svg = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);
const byId = id => document.getElementById(id);
const add = (id, ...children) => fill(byId(id), null, children);

const thousands = n => Math.round(n).toString().replace(/\B(?=(\d{3})+$)/g, '\u2009');
const plural = (n, word) => thousands(n) + ' ' + word + (n === 1 ? '' : 's');
const shapeText = shape => shape.join(' × ');

function short(n) {
  const units = [[1e9, 'G'], [1e6, 'M'], [1e3, 'k']];
  for (const [size, unit] of units) {
    if (n >= size) {
      return (n / size).toFixed(n / size < 10 ? 2 : n / size < 100 ? 1 : 0) + unit;
    }
  }
  return String(n);
}

function bytes(floats) {
  let size = 4 * floats;
  for (const unit of ['B', 'KB', 'MB', 'GB']) {
    if (size < 1024 || unit === 'GB') {
      return (unit === 'B' ? size : size.toFixed(size < 10 ? 2 : 1)) + ' ' + unit;
    }
    size /= 1024;
  }
}

const OUTCOMES = {
  INPUT: ['input', 'what the caller passes'],
  STEP: ['step', 'computed by a step of its own'],
  FOLDED: ['folded', 'multiplied into the weights of another layer when they are loaded: costs nothing'],
  FUSED: ['fused', 'computed inside another layer’s step: no pass over memory of its own'],
  VIEW: ['view', 'the same memory, seen in another shape: costs nothing'],
  REMOVED: ['removed', 'does nothing when a model predicts'],
};

const fates = new Map(data.fates.map(f => [f.layer, f]));
const unique = data.nodes;
const drawingOf = d => ({nodes: d.nodes.map(i => unique[i]), outputs: d.outputs});
const read = drawingOf(data.read);
const planned = drawingOf(data.planned);
const stepOf = new Map(data.steps.map((s, i) => [s.node, {...s, index: i}]));
const plannedByName = new Map(planned.nodes.map(n => [n.name, n]));
const changes = data.stages.flatMap(s => s.changes);
const totalWork = planned.nodes.reduce((sum, n) => sum + n.multiplyAdds, 0);

/* A copy that the plan made is named after what reads it. */
function title(node) {
  const reader = node.name.endsWith('#padded') && planned.nodes.find(n => n.inputs.includes(node.name));
  return reader ? 'copy for ' + reader.layer : node.layer;
}

/* The layers of a node as written are the one that it came from. */
const layerOf = name => name.includes('#') ? name.slice(0, name.indexOf('#')) : name;
const chip = outcome => h('span', {class: 'chip ' + outcome.toLowerCase(), title: OUTCOMES[outcome][1]}, OUTCOMES[outcome][0]);

const canvas = document.createElement('canvas').getContext('2d');
/* Cuts the middle of a text that is wider than its box: names begin alike and end in numbers. */
function fit(text, width, font, tail = 0) {
  canvas.font = font;
  if (canvas.measureText(text).width <= width) {
    return text;
  }
  const end = tail && text.length > tail + 4 ? '…' + text.slice(-tail) : '…';
  let low = 0, high = text.length - end.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (canvas.measureText(text.slice(0, middle) + end).width <= width) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return text.slice(0, low) + end;
}

/* The graph of layers: one box for each, whatever operations it is made of. */
function grouped(drawing) {
  const layers = new Map();
  for (const node of drawing.nodes) {
    const name = layerOf(node.name);
    const old = layers.get(name);
    const inputs = node.inputs.map(layerOf).filter(i => i !== name);
    layers.set(name, {
      ...node, name, layer: name, layers: [name],
      detail: (old ? old.detail + ', ' : '') + node.detail,
      inputs: [...new Set([...(old ? old.inputs : []), ...inputs])],
      weights: [...(old ? old.weights : []), ...node.weights],
      parameters: (old ? old.parameters : 0) + node.parameters,
      multiplyAdds: (old ? old.multiplyAdds : 0) + node.multiplyAdds,
    });
  }
  return {nodes: [...layers.values()], outputs: drawing.outputs.map(o => ({...o, node: layerOf(o.node)}))};
}
const written = grouped(read);
