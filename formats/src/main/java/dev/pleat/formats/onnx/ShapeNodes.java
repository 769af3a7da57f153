package dev.pleat.formats.onnx;

import dev.pleat.formats.build.Dims;
import dev.pleat.formats.build.NotExpressible;
import dev.pleat.formats.build.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What moves elements without computing. */
final class ShapeNodes {
    private ShapeNodes() {}

    static void reshape(Call call) {
        Value x = call.value(0);
        int[] target = call.axes(1, "shape");
        if (target == null) {
            throw new NotExpressible("lacks its shape");
        }
        boolean zeroIsSize = call.integer("allowzero", 0) != 0;
        int[] resolved = target.clone();
        for (int i = 0; i < resolved.length; i++) {
            if (resolved[i] == 0 && (zeroIsSize || i >= x.rank())) {
                throw new NotExpressible(
                        "reshapes %s to %s, which is empty".formatted(x.text(), Arrays.toString(target)));
            }
            if (resolved[i] == 0) {
                boolean batch = x.batched() && i == 0;
                int fixed = Math.max(call.builder().batch(), -1);
                resolved[i] = batch ? (fixed == 0 ? -1 : fixed) : x.shape().get(x.batched() ? i - 1 : i);
            }
        }
        call.result(call.shapes().reshape(call.origin(), x, resolved));
    }

    static void flatten(Call call) {
        call.result(call.shapes().flatten(call.origin(), call.value(0), (int) call.integer("axis", 1)));
    }

    static void squeeze(Call call) {
        int[] axes = call.axes(1, "axes");
        call.result(call.shapes().squeeze(call.origin(), call.value(0), axes == null ? new int[0] : axes));
    }

    static void unsqueeze(Call call) {
        int[] axes = call.axes(1, "axes");
        if (axes == null) {
            throw new NotExpressible("lacks its axes");
        }
        call.result(call.shapes().unsqueeze(call.origin(), call.value(0), axes));
    }

    static void transpose(Call call) {
        Value x = call.value(0);
        int[] order = call.integers("perm");
        int rank = x.rank();
        int[] reversed = IntStream.range(0, rank).map(i -> rank - 1 - i).toArray();
        call.result(call.shapes().permute(call.origin(), x, order == null ? reversed : order));
    }

    static void concat(Call call) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < call.count(); i++) {
            if (call.isConstant(i)) {
                throw new NotExpressible("joins constants and values; the language joins layers");
            }
            values.add(call.value(i));
        }
        call.result(call.shapes().concatenate(call.origin(), values, (int) call.integer("axis", 1)));
    }

    static void pad(Call call) {
        String mode = call.text("mode", "constant");
        if (!mode.equals("constant")) {
            throw new NotExpressible("has mode = " + mode + "; the language pads by constants");
        }
        Value x = call.value(0);
        int[] pads = call.axes(1, call.hasAttribute("paddings") ? "paddings" : "pads");
        double fill = call.has(2) ? call.constant(2, "value").scalar() : call.number("value", 0);
        int[] all = IntStream.range(0, x.rank()).toArray();
        int[] axes = call.has(3) ? call.constant(3, "axes").ints() : all;
        if (pads == null || pads.length != 2 * axes.length) {
            throw new NotExpressible("has pads %s for %s".formatted(Arrays.toString(pads), x.text()));
        }
        int[] before = new int[x.rank()];
        int[] after = new int[x.rank()];
        for (int i = 0; i < axes.length; i++) {
            int axis = index(axes[i], x.rank(), x);
            before[axis] = pads[i];
            after[axis] = pads[i + axes.length];
        }
        call.result(call.shapes().pad(call.origin(), x, before, after, fill));
    }

    private static int index(int axis, int rank, Value x) {
        int counted = axis < 0 ? axis + rank : axis;
        if (counted < 0 || counted >= rank) {
            throw new NotExpressible("has the axis " + axis + " for " + x.text());
        }
        return counted;
    }

    /** The part of a value that a slice keeps, axis by axis. */
    private record Part(int[] begin, int[] end, int[] steps) {
        static Part all(Call call, Value x) {
            int rank = x.rank();
            int[] end = new int[rank];
            for (int i = 0; i < rank; i++) {
                end[i] = size(call, x, i);
            }
            int[] steps = new int[rank];
            Arrays.fill(steps, 1);
            return new Part(new int[rank], end, steps);
        }

        Value of(Call call, String origin, Value x) {
            return call.shapes().slice(origin, x, begin, end, steps);
        }
    }

    private static int size(Call call, Value x, int axis) {
        if (!x.batched()) {
            return x.shape().get(axis);
        }
        return axis == 0 ? Math.max(call.builder().batch(), 1) : x.shape().get(axis - 1);
    }

    static void slice(Call call) {
        Value x = call.value(0);
        int[] begins = call.axes(1, "starts");
        int[] ends = call.axes(2, "ends");
        int[] given = call.axes(3, "axes");
        if (begins == null || ends == null || begins.length != ends.length) {
            throw new NotExpressible("lacks its bounds");
        }
        int[] axes = given == null ? IntStream.range(0, begins.length).toArray() : given;
        int[] steps = call.has(4) ? call.constant(4, "steps").ints() : null;
        Part part = Part.all(call, x);
        for (int i = 0; i < axes.length && i < begins.length; i++) {
            int axis = index(axes[i], x.rank(), x);
            int size = size(call, x, axis);
            boolean open = x.batched() && axis == 0 && call.builder().batch() == 0;
            part.begin()[axis] = bound(begins[i], size);
            // Whatever the batch is, an end beyond all is its end.
            part.end()[axis] = open && ends[i] != Integer.MAX_VALUE ? 0 : bound(ends[i], size);
            part.steps()[axis] = steps == null ? 1 : steps[i];
        }
        call.result(part.of(call, call.origin(), x));
    }

    private static int bound(int bound, int size) {
        int counted = bound < 0 ? bound + size : bound;
        return Math.max(0, Math.min(counted, size));
    }

    static void split(Call call) {
        Value x = call.value(0);
        int axis = index((int) call.integer("axis", 0), x.rank(), x);
        int size = size(call, x, axis);
        int parts = call.outputs();
        int[] sizes = call.axes(1, "split");
        if (sizes == null) {
            int each = (size + parts - 1) / parts;
            sizes = new int[parts];
            for (int i = 0; i < parts; i++) {
                sizes[i] = Math.min(each, size - each * i);
            }
        }
        if (sizes.length != parts || IntStream.of(sizes).sum() != size) {
            throw new NotExpressible("splits axis %d of %s into %s".formatted(axis, x.text(), Arrays.toString(sizes)));
        }
        int begin = 0;
        for (int i = 0; i < parts; i++) {
            if (call.isRead(i)) {
                Part part = Part.all(call, x);
                part.begin()[axis] = begin;
                part.end()[axis] = begin + sizes[i];
                call.result(i, new Operand.Computed(part.of(call, call.origin() + "_" + i, x)));
            }
            begin += sizes[i];
        }
    }

    /** One index of an axis, or some that follow each other. */
    static void gather(Call call) {
        Value x = call.value(0);
        Constant indices = call.constant(1, "indices");
        int axis = index((int) call.integer("axis", 0), x.rank(), x);
        int size = size(call, x, axis);
        int[] at = Arrays.stream(indices.ints()).map(i -> i < 0 ? i + size : i).toArray();
        boolean follow = at.length > 0
                && indices.rank() <= 1
                && IntStream.range(1, at.length).allMatch(i -> at[i] == at[i - 1] + 1);
        if (!follow) {
            throw new NotExpressible("gathers the indices " + indices.text() + "; the language can cut, not gather");
        }
        Part part = Part.all(call, x);
        part.begin()[axis] = at[0];
        part.end()[axis] = at[at.length - 1] + 1;
        Value cut = part.of(call, indices.rank() == 0 ? call.origin() + "_cut" : call.origin(), x);
        call.result(indices.rank() == 0 ? call.shapes().squeeze(call.origin(), cut, axis) : cut);
    }

    static void expand(Call call) {
        Value x = call.value(0);
        int[] target = call.constant(1, "shape").ints();
        int missing = Math.max(target.length - x.rank(), 0);
        Value aligned = missing == 0
                ? x
                : call.shapes()
                        .unsqueeze(
                                call.origin() + "_shape",
                                x,
                                IntStream.range(0, missing).toArray());
        int[] factors = new int[aligned.rank()];
        for (int i = 0; i < factors.length; i++) {
            int from = i - (factors.length - target.length);
            int wanted = from < 0 ? 1 : target[from];
            int size = size(call, aligned, i);
            boolean batch = aligned.batched() && i == 0;
            if (!(wanted == 1 || wanted == size || size == 1 && !batch || batch && wanted == -1)) {
                throw new NotExpressible("expands %s to %s".formatted(x.text(), Arrays.toString(target)));
            }
            factors[i] = wanted == 1 || wanted == size || batch ? 1 : wanted;
        }
        call.result(call.shapes().repeat(call.origin(), aligned, factors));
    }

    static void depthToSpace(Call call) {
        Dims image = image(call);
        int block = (int) call.integer("blocksize", 1);
        if (block < 1 || block > 1 << 14 || image.get(0) % (block * block) != 0) {
            throw new NotExpressible(
                    "has blocksize = " + block + " for " + call.value(0).text());
        }
        int depth = image.get(0) / (block * block);
        boolean crd = call.text("mode", "DCR").equals("CRD");
        Dims parts = crd ? Dims.of(depth, block, block) : Dims.of(block, block, depth);
        int[] order = crd ? new int[] {0, 3, 1, 4, 2} : new int[] {2, 3, 0, 4, 1};
        Dims result = Dims.of(depth, image.get(1) * block, image.get(2) * block);
        rearrange(call, parts.then(image.range(1, 3)), order, result);
    }

    static void spaceToDepth(Call call) {
        Dims image = image(call);
        int block = (int) call.integer("blocksize", 1);
        if (block < 1 || block > 1 << 14 || image.get(1) % block != 0 || image.get(2) % block != 0) {
            throw new NotExpressible(
                    "has blocksize = " + block + " for " + call.value(0).text());
        }
        Dims parts = Dims.of(image.get(0), image.get(1) / block, block, image.get(2) / block, block);
        Dims result = Dims.of(image.get(0) * block * block, image.get(1) / block, image.get(2) / block);
        rearrange(call, parts, new int[] {2, 4, 0, 1, 3}, result);
    }

    private static Dims image(Call call) {
        Value x = call.value(0);
        if (!x.batched() || x.shape().rank() != 3) {
            throw new NotExpressible("takes images with channels but was given " + x.text());
        }
        return x.shape();
    }

    private static void rearrange(Call call, Dims parts, int[] order, Dims result) {
        call.result(call.shapes().rearrange(call.origin(), call.value(0), parts, order, result));
    }
}
