package dev.pleat.processor.emit;

import dev.pleat.processor.graph.Activate;
import dev.pleat.processor.graph.Concat;
import dev.pleat.processor.graph.Convolution;
import dev.pleat.processor.graph.Crop;
import dev.pleat.processor.graph.Dense;
import dev.pleat.processor.graph.LayerNorm;
import dev.pleat.processor.graph.Linear;
import dev.pleat.processor.graph.Merge;
import dev.pleat.processor.graph.Node;
import dev.pleat.processor.graph.Op;
import dev.pleat.processor.graph.PRelu;
import dev.pleat.processor.graph.Pad;
import dev.pleat.processor.graph.Permute;
import dev.pleat.processor.graph.Pool;
import dev.pleat.processor.graph.Repeat;
import dev.pleat.processor.graph.Scale;
import dev.pleat.processor.graph.Softmax;
import dev.pleat.processor.graph.TransposedConvolution;
import dev.pleat.processor.graph.UpSample;
import java.util.HashMap;
import java.util.Map;

/** Every operation that is a step, and its emitter. */
final class OpEmitters {

    private static final Map<Class<? extends Op>, OpEmitter<? extends Op>> EMITTERS = new HashMap<>();

    static {
        OpEmitter<Linear> linear = new LinearEmitter();
        register(Dense.class, linear::emit);
        register(Convolution.class, linear::emit);
        register(TransposedConvolution.class, linear::emit);
        register(Activate.class, ElementwiseEmitters::activate);
        register(Scale.class, ElementwiseEmitters::scale);
        register(PRelu.class, ElementwiseEmitters::prelu);
        register(Merge.class, MergeEmitter::emit);
        register(Softmax.class, AxisEmitters::softmax);
        register(LayerNorm.class, AxisEmitters::layerNorm);
        register(Pool.class, ImageEmitters::pool);
        register(Pad.class, ImageEmitters::pad);
        register(Crop.class, ImageEmitters::crop);
        register(UpSample.class, ImageEmitters::upSample);
        register(Concat.class, AxisEmitters::concat);
        register(Repeat.class, AxisEmitters::repeat);
        register(Permute.class, AxisEmitters::permute);
    }

    private OpEmitters() {}

    private static <O extends Op> void register(Class<O> op, OpEmitter<O> emitter) {
        EMITTERS.put(op, emitter);
    }

    /** Returns what a node becomes. */
    static Step emit(Node node, Context context) {
        context.weights().begin(node.name());
        return emit(node, node.op(), context);
    }

    @SuppressWarnings("unchecked") // register ties each class to an emitter of it
    private static <O extends Op> Step emit(Node node, O op, Context context) {
        OpEmitter<O> emitter = (OpEmitter<O>) EMITTERS.get(op.getClass());
        if (emitter == null) {
            throw new IllegalStateException("no emitter for " + op.getClass());
        }
        return emitter.emit(node, op, context);
    }
}
