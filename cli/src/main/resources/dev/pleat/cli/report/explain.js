/* Why, in words, and what a fold computes. */
const math = (...parts) => h('div', {class: 'math', role: 'math'}, parts);
const v = text => h('var', {}, text);
const frac = (top, under) => h('span', {class: 'frac'}, h('span', {}, top), h('span', {class: 'sr'}, ' divided by '), h('span', {}, under));
const root = inside => ['√', h('span', {class: 'root'}, inside)];
const isNorm = fate => ['BatchNormalization', 'ContribBatchNorm'].includes(fate.kind);

function scaleOf(fate) {
  return isNorm(fate)
      ? math(v('s'), ' = ', frac(v('γ'), root([v('σ'), '² + ', v('ε')])), ',  ', v('t'), ' = ', v('β'), ' − ', v('s'), '·', v('μ'))
      : null;
}

const MATHS = {
  FoldBackward: fate => [
    h('p', {}, isNorm(fate)
        ? 'When a model predicts, a batch norm is one multiplication and one addition per channel:'
        : 'It is one multiplication and one addition per channel, s·y + t.'),
    scaleOf(fate),
    h('p', {}, 'Sums commute with both, so the layer before it takes them into its weights:'),
    math(v('s'), '·(', v('W'), '∗', v('x'), ' + ', v('b'), ') + ', v('t'), '  =  (', v('s'), v('W'), ')∗', v('x'), ' + (', v('s'), v('b'), ' + ', v('t'), ')'),
    h('p', {}, 'This is done once, in double precision, when the weights are loaded. The step costs what it cost without the norm.'),
  ],
  FoldForward: fate => [
    h('p', {}, 'Everything that reads it multiplies by weights, so these take it in:'),
    scaleOf(fate),
    math(v('W'), '∗(', v('s'), '·', v('x'), ' + ', v('t'), ') + ', v('b'), '  =  (', v('W'), v('s'), ')∗', v('x'), ' + (', v('b'), ' + ', v('W'), v('t'), ')'),
    h('p', {}, 'Done once, in double precision, when the weights are loaded.'),
  ],
  FuseScaling: fate => [
    h('p', {}, 'An activation stands before it, so it cannot go into the weights: for a negative ', v('s'), ', ',
        v('s'), '·relu(', v('u'), ') is not relu(', v('s'), '·', v('u'), '). But the activated sum is still in a register:'),
    scaleOf(fate),
    math(v('y'), ' = ', v('s'), '·', v('f'), '(', v('W'), '∗', v('x'), ' + ', v('b'), ') + ', v('t')),
    h('p', {}, 'One multiply-add per number, exact whatever the sign of ', v('γ'), ', and no pass over memory.'),
  ],
  FuseMaximum: fate => [
    h('p', {}, 'A relu does not turn the order of numbers, so it is enough to apply it to the largest of each window:'),
    math('max(relu(', v('u'), '))  =  relu(max(', v('u'), '))'),
    ...isNorm(fate) ? [
      h('p', {}, 'The norm turns the order where ', v('s'), ' is negative: then the largest result comes from the smallest number.'),
      scaleOf(fate),
      math(v('y'), ' = max(', v('s'), '·relu(max(', v('u'), ')) + ', v('t'), ',  ', v('s'), '·relu(min(', v('u'), ')) + ', v('t'), ')'),
    ] : [],
    h('p', {}, 'Exact, and less work than to apply them to every number.'),
  ],
  FuseActivation: () => [
    math(v('y'), ' = ', v('f'), '(', v('W'), '∗', v('x'), ' + ', v('b'), ')'),
    h('p', {}, 'The function is applied while the sums are in registers: nothing is stored and read again in between.'),
  ],
  FuseResidual: () => [
    math('(', v('W'), '∗', v('x'), ' + ', v('b'), ') + ', v('r'), '  =  ', v('W'), '∗', v('x'), ' + (', v('b'), ' + ', v('r'), ')'),
    h('p', {}, 'The sums start from the other value instead of from the bias alone: no addition is left to do.'),
  ],
  FoldPadding: () => [
    h('p', {}, 'The value gets a border of zeros in memory, over which the convolution reads; nothing is copied for it.'),
  ],
};

function explain(fate, open = false) {
  const pass = movedBy(fate.layer);
  const maths = ['FOLDED', 'FUSED'].includes(fate.outcome) && MATHS[pass] ? MATHS[pass](fate) : null;
  return h('div', {class: 'why'},
      h('p', {}, sentence(fate.sentence)),
      fate.reasons.length ? h('ul', {class: 'reasons'}, fate.reasons.map(r => h('li', {}, sentence(r)))) : null,
      maths ? h('details', {class: 'maths', open}, h('summary', {}, 'The maths'), maths) : null);
}

/* Names in quotes become links if they are layers. */
function sentence(text) {
  const parts = [];
  let rest = text;
  for (let at = rest.indexOf("'"); at >= 0; at = rest.indexOf("'")) {
    const end = rest.indexOf("'", at + 1);
    if (end < 0) {
      break;
    }
    const name = rest.slice(at + 1, end);
    parts.push(rest.slice(0, at), fates.has(name) ? link(name) : '‘' + name + '’');
    rest = rest.slice(end + 1);
  }
  parts.push(rest);
  return parts;
}
