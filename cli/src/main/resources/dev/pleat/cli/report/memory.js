/* The scratch memory as a picture: steps across, offsets down; no two rectangles overlap. */
const alive = step => data.memory.intervals.filter(i => i.first <= step && step <= i.last).reduce((sum, i) => sum + i.length, 0);
const valueOwner = name => title(plannedByName.get(name));

function memoryPicture(room) {
  const {floats, intervals} = data.memory;
  const count = data.steps.length;
  const w = Math.max(room, 22 * (count + 2)), tall = 360, left = 74, top = 14;
  const column = (w - left - 10) / (count + 2);
  const x = step => left + (step + 1) * column;
  const y = float => top + float / Math.max(1, floats) * tall;
  const rects = intervals.map((i, n) => {
    const width = (i.last - i.first + 1) * column, height = i.length / Math.max(1, floats) * tall;
    const name = valueOwner(i.value);
    const text = fit(name, width - 10, '11px ' + FONT);
    return svg('g', {class: 'value c' + n % 6, 'data-words': name.toLowerCase(), onclick: () => goTo('after', i.value)},
        svg('title', {}, `${name}: ${bytes(i.length)} at ${bytes(i.offset)}, ${lifetime(i)}`),
        svg('rect', {x: x(i.first) + 0.75, y: y(i.offset) + 0.5, width: Math.max(1, width - 1.5), height: Math.max(1.5, height - 1), rx: Math.min(4, height / 3)}),
        height > 13 && width > 24 && text.length > 2 ? svg('text', {x: x(i.first) + 6, y: y(i.offset) + Math.min(height / 2 + 4, 16)}, text) : '');
  });
  const every = Math.max(1, Math.ceil(26 / column));
  const label = (at, text) => svg('text', {class: 'tick', x: at, y: top + tall + 17, 'text-anchor': 'middle'}, text);
  const scale = [0, 0.25, 0.5, 0.75, 1].map(f => [
    svg('line', {class: 'grid', x1: left, x2: w - 10, y1: y(f * floats), y2: y(f * floats)}),
    svg('text', {class: 'tick', x: left - 6, y: y(f * floats) + 4, 'text-anchor': 'end'}, bytes(Math.round(f * floats)))]);
  return svg('svg', {class: 'memory', viewBox: `0 0 ${w} ${top + tall + 30}`, width: w, height: top + tall + 30, role: 'img',
    'aria-label': `${intervals.length} values over ${count} steps in ${bytes(floats)}`},
      scale, rects, data.steps.map((s, i) => i % every ? '' : label(x(i) + column / 2, i + 1)),
      svg('text', {class: 'tick', x: left - 6, y: top + tall + 17, 'text-anchor': 'end'}, 'step'),
      column > 40 ? [label(x(-1) + column / 2, 'input'), label(x(count) + column / 2, 'output')] : '');
}

function memory() {
  const {floats, valueFloats, intervals} = data.memory;
  const count = data.steps.length;
  const live = data.steps.map((s, i) => alive(i));
  const most = Math.max(...live), peak = live.indexOf(most);
  const frame = h('div', {class: 'wide', tabindex: '0', role: 'region', 'aria-label': 'Picture of the scratch memory'});
  add('memory',
      h('h2', {id: 'h-memory'}, 'Scratch memory'),
      h('p', {class: 'lead'}, `All values of a prediction lie in one array of ${bytes(floats)}. A rectangle is a value: from the step that writes it to the last that reads it, and from its first float to its last. `,
          `Values that are never needed together share memory. The most is alive in step ${peak + 1} (${valueOwner(data.steps[peak].node)}): ${bytes(most)}.`,
          valueFloats < floats ? ` Behind the values lie ${bytes(floats - valueFloats)} in which a step keeps what it needs while it runs: sums of large convolutions, and the maps of Winograd’s.` : ''),
      frame,
      h('details', {}, h('summary', {}, 'As a table'), h('div', {class: 'wide'}, h('table', {},
          h('thead', {}, h('tr', {}, ['Value', 'Bytes', 'Offset', 'Written', 'Last read'].map(t => h('th', {scope: 'col'}, t)))),
          h('tbody', {}, intervals.map(i => h('tr', {}, h('th', {scope: 'row'}, i.value), h('td', {class: 'n'}, thousands(4 * i.length)), h('td', {class: 'n'}, thousands(4 * i.offset)),
              h('td', {class: 'n'}, i.first < 0 ? 'caller' : i.first + 1), h('td', {class: 'n'}, i.last >= count ? 'caller' : i.last + 1))))))));
  const draw = () => frame.replaceChildren(memoryPicture(frame.clientWidth - 16));
  draw();
  new ResizeObserver(draw).observe(byId('memory'));
}
