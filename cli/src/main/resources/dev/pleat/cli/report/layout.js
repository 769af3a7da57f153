/* Draws a graph as lanes: the longest path straight down, branches beside it, wires that skip layers in channels between. */
const BOX = {w: 236, h: 46, gap: 24, lane: 34, channel: 13, margin: 18};

function layout(drawing) {
  const places = drawing.nodes.map(node => ({node, name: node.name, ins: [], outs: [], rank: 0}));
  const byName = new Map(places.map(p => [p.name, p]));
  const edges = [];
  for (const to of places) {
    for (const input of new Set(to.node.inputs)) {
      const from = byName.get(input);
      const edge = {from, to};
      edges.push(edge);
      from.outs.push(edge);
      to.ins.push(edge);
    }
  }
  rank(places);
  const lanes = assignLanes(places);
  const ranks = Math.max(...places.map(p => p.rank)) + 1;
  edges.forEach(edge => classify(edge, lanes));
  const width = positions(places, edges, lanes);
  edges.forEach(route);
  return {places, byName, edges, width, height: ranks * (BOX.h + BOX.gap) - BOX.gap + 2 * BOX.margin};
}

/* Longest path from the inputs; an input that is read late stands right above its reader. */
function rank(places) {
  for (const p of places) {
    p.rank = p.ins.reduce((r, e) => Math.max(r, e.from.rank + 1), 0);
  }
  for (const p of places) {
    if (!p.ins.length && p.outs.length) {
      p.rank = Math.max(0, Math.min(...p.outs.map(e => e.to.rank)) - 1);
    }
  }
}

function longestChain(left) {
  const best = new Map();
  let end = null;
  for (const p of left) {
    let before = null;
    for (const e of p.ins) {
      if (best.has(e.from) && (!before || best.get(e.from).n > best.get(before).n)) {
        before = e.from;
      }
    }
    best.set(p, {n: 1 + (before ? best.get(before).n : 0), before});
    if (!end || best.get(p).n > best.get(end).n) {
      end = p;
    }
  }
  const chain = [];
  for (let p = end; p; p = best.get(p).before) {
    chain.unshift(p);
  }
  return chain;
}

/* Every chain gets the lane nearest to the middle that is free from its first source to its last reader. */
function assignLanes(places) {
  const lanes = new Map();
  let left = places;
  while (left.length) {
    const chain = longestChain(left);
    const head = chain[0];
    const tail = chain[chain.length - 1];
    const from = head.ins.length ? Math.max(...head.ins.map(e => e.from.rank)) + 1 : head.rank;
    const to = Math.max(tail.rank, ...tail.outs.map(e => e.to.rank - 1));
    let lane = 0;
    while (!isFree(lanes.get(lane), from, to)) {
      lane = lane > 0 ? -lane : 1 - lane;
    }
    if (!lanes.has(lane)) {
      lanes.set(lane, []);
    }
    for (let r = from; r <= to; r++) {
      lanes.get(lane)[r] = chain;
    }
    const taken = new Set(chain);
    chain.forEach(p => { p.lane = lane; p.chain = chain; });
    left = left.filter(p => !taken.has(p));
  }
  return lanes;
}

function isFree(lane, from, to) {
  for (let r = from; lane && r <= to; r++) {
    if (lane[r]) {
      return false;
    }
  }
  return true;
}

/* How an edge gets past the boxes between its ends: straight, in its own lane, or in a channel. */
function classify(edge, lanes) {
  const {from, to} = edge;
  const passable = (lane, chain) => {
    for (let r = from.rank + 1; r < to.rank; r++) {
      const owner = lanes.get(lane)[r];
      if (owner && (owner !== chain || chain.some(p => p.rank === r))) {
        return false;
      }
    }
    return true;
  };
  if (from.lane === to.lane) {
    edge.kind = passable(from.lane, from.chain) ? 'straight' : 'channel';
  } else if (passable(from.lane, from.chain)) {
    edge.kind = 'late';
  } else if (passable(to.lane, to.chain)) {
    edge.kind = 'early';
  } else {
    edge.kind = 'channel';
  }
  edge.lane = to.lane;
}

/* Short wires get the channels next to the boxes, so that wires nest and do not cross. */
function channels(edges) {
  const counts = new Map();
  const used = new Map();
  const wires = edges.filter(e => e.kind === 'channel');
  wires.sort((a, b) => (a.to.rank - a.from.rank) - (b.to.rank - b.from.rank));
  for (const wire of wires) {
    if (!used.has(wire.lane)) {
      used.set(wire.lane, []);
    }
    const lane = used.get(wire.lane);
    const clear = c => lane.every(o =>
        o.channel !== c || o.to.rank <= wire.from.rank || wire.to.rank <= o.from.rank);
    let channel = 0;
    while (!clear(channel)) {
      channel++;
    }
    wire.channel = channel;
    lane.push(wire);
    counts.set(wire.lane, Math.max(counts.get(wire.lane) || 0, channel + 1));
  }
  return counts;
}

function positions(places, edges, lanes) {
  const counts = channels(edges);
  const left = new Map();
  let x = BOX.margin;
  [...lanes.keys()].sort((a, b) => a - b).forEach(lane => {
    x += (counts.get(lane) ? 8 : 0) + BOX.channel * (counts.get(lane) || 0);
    left.set(lane, x);
    x += BOX.w + BOX.lane;
  });
  for (const p of places) {
    p.x = left.get(p.lane);
    p.y = BOX.margin + p.rank * (BOX.h + BOX.gap);
    p.cx = p.x + BOX.w / 2;
  }
  edges.forEach(e => { e.laneX = left.get(e.lane); });
  return x - BOX.lane + BOX.margin;
}

/* Edges enter side by side: from the left, straight, from the right. */
function port(edge) {
  const {from, to} = edge;
  if (to.ins.every(e => e === edge || e.kind === 'channel')) {
    return to.cx;
  }
  const side = to.ins.filter(e => e.kind !== 'channel' && Math.sign(e.from.lane - to.lane) === Math.sign(from.lane - to.lane));
  const sign = Math.sign(from.lane - to.lane);
  return to.cx + sign * Math.min(BOX.w / 2 - 14, 16 * (1 + side.indexOf(edge)));
}

function route(edge) {
  const {from, to, kind} = edge;
  const bottom = from.y + BOX.h;
  if (kind === 'straight') {
    edge.points = [[from.cx, bottom], [to.cx, to.y]];
  } else if (kind === 'channel') {
    const x = edge.laneX - 10 - BOX.channel * edge.channel;
    const entries = to.ins.filter(e => e.kind === 'channel');
    const into = to.y + 12 + 7 * entries.indexOf(edge);
    if (from.lane === to.lane) {
      edge.points = [[from.x, from.y + 34], [x, from.y + 34], [x, into], [to.x, into]];
    } else {
      const turn = bottom + 8;
      edge.points = [[from.cx, bottom], [from.cx, turn], [x, turn], [x, into], [to.x, into]];
    }
  } else {
    const x = port(edge);
    const turn = kind === 'late' ? to.y - 13 : bottom + 9;
    edge.points = [[from.cx, bottom], [from.cx, turn], [x, turn], [x, to.y]];
  }
}

/* A path along points with rounded corners. */
function rounded(points, radius = 7) {
  let d = 'M' + points[0].join(' ');
  for (let i = 1; i < points.length - 1; i++) {
    const [ax, ay] = points[i - 1], [bx, by] = points[i], [cx, cy] = points[i + 1];
    const before = Math.hypot(bx - ax, by - ay), behind = Math.hypot(cx - bx, cy - by);
    const r = Math.min(radius, before / 2, behind / 2);
    if (r < 0.5) {
      d += `L${bx} ${by}`;
      continue;
    }
    d += `L${bx - (bx - ax) / before * r} ${by - (by - ay) / before * r}`
        + `Q${bx} ${by} ${bx + (cx - bx) / behind * r} ${by + (cy - by) / behind * r}`;
  }
  const [ex, ey] = points[points.length - 1];
  return d + `L${ex} ${ey}`;
}
