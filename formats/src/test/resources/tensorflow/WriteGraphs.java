import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.GraphOperationBuilder;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Scope;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Writes the graphs beside this file, by hand: needs org.tensorflow:tensorflow-core-api and its natives on the class path.
 *
 * <p>Each graph has a placeholder {@code x} and a result {@code y}; the constants {@code reference/x} and {@code
 * reference/y}, which nobody reads, are an input of two samples and what TensorFlow made of it.
 */
public final class WriteGraphs {
    private final Graph graph = new Graph();
    private final Random random;
    private int names;

    private WriteGraphs(long seed) {
        random = new Random(seed);
    }

    Output<?> op(String type, Map<String, Object> attributes, Output<?>... inputs) {
        return op(type, type + "_" + names++, attributes, inputs);
    }

    Output<?> op(String type, String name, Map<String, Object> attributes, Output<?>... inputs) {
        GraphOperationBuilder builder = graph.opBuilder(type, name, graph.baseScope());
        if (type.equals("ConcatV2") || type.equals("AddN") || type.equals("Pack")) {
            int values = type.equals("ConcatV2") ? inputs.length - 1 : inputs.length;
            builder.addInputList(Arrays.copyOf(inputs, values));
            if (values < inputs.length) {
                builder.addInput(inputs[values]);
            }
        } else {
            for (Output<?> input : inputs) {
                builder.addInput(input);
            }
        }
        attributes.forEach((key, value) -> {
            if (value instanceof long[] l) builder.setAttr(key, l);
            else if (value instanceof Long l) builder.setAttr(key, l);
            else if (value instanceof Integer l) builder.setAttr(key, (long) l);
            else if (value instanceof Float f) builder.setAttr(key, f);
            else if (value instanceof Boolean b) builder.setAttr(key, b);
            else if (value instanceof String s) builder.setAttr(key, s);
            else if (value instanceof DataType t) builder.setAttr(key, t);
            else throw new IllegalArgumentException(key);
        });
        GraphOperation operation = (GraphOperation) builder.build();
        return operation.output(0);
    }

    Output<?> op(String type, Output<?>... inputs) {
        return op(type, Map.of(), inputs);
    }

    private Output<?> constant(Tensor tensor, DataType type, String name) {
        GraphOperationBuilder builder = graph.opBuilder("Const", name, graph.baseScope());
        builder.setAttr("dtype", type).setAttr("value", tensor);
        return ((GraphOperation) builder.build()).output(0);
    }

    Output<?> ints(int... values) {
        return constant(TInt32.vectorOf(values), DataType.DT_INT32, "ints_" + names++);
    }

    Output<?> pairs(int... values) {
        return constant(TInt32.tensorOf(Shape.of(values.length / 2, 2), DataBuffers.of(values)), DataType.DT_INT32, "pairs_" + names++);
    }

    Output<?> integer(int value) {
        return constant(TInt32.scalarOf(value), DataType.DT_INT32, "int_" + names++);
    }

    Output<?> number(float value) {
        return constant(TFloat32.scalarOf(value), DataType.DT_FLOAT, "number_" + names++);
    }

    Output<?> flag(boolean value) {
        return constant(TBool.scalarOf(value), DataType.DT_BOOL, "flag_" + names++);
    }

    float[] gaussian(long... shape) {
        float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    Output<?> weights(long... shape) {
        return constant(
                TFloat32.tensorOf(Shape.of(shape), DataBuffers.of(gaussian(shape))), DataType.DT_FLOAT, "weights_" + names++);
    }

    Output<?> positive(long... shape) {
        float[] values = gaussian(shape);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.abs(values[i]) + 0.1f;
        }
        return constant(
                TFloat32.tensorOf(Shape.of(shape), DataBuffers.of(values)), DataType.DT_FLOAT, "positive_" + names++);
    }

    Output<?> placeholder(long... shape) {
        GraphOperationBuilder builder = graph.opBuilder("Placeholder", "x", graph.baseScope());
        long[] open = shape.clone();
        open[0] = -1;
        builder.setAttr("dtype", DataType.DT_FLOAT).setAttr("shape", Shape.of(open));
        return ((GraphOperation) builder.build()).output(0);
    }

    static long[] longs(long... values) {
        return values;
    }

    interface Body {
        Output<?> of(WriteGraphs g, Output<?> x);
    }

    private static Path folder;
    private static final List<String> failed = new ArrayList<>();

    static void write(String name, long[] shape, Body body) throws Exception {
        write(name, shape, body, body, false);
    }

    /** Channels first: computed with channels last between two transpositions, written without. */
    static void both(String name, long[] shape, BiFunction<Boolean, WriteGraphs, Function<Output<?>, Output<?>>> bodies)
            throws Exception {
        write(name, shape, (g, x) -> bodies.apply(false, g).apply(x));
        long[] first = {shape[0], shape[3], shape[1], shape[2]};
        Body run = (g, x) -> g.op("Transpose", bodies.apply(false, g).apply(g.op("Transpose", x, g.ints(0, 2, 3, 1))), g.ints(0, 3, 1, 2));
        write(name + "_nchw", first, run, (g, x) -> bodies.apply(true, g).apply(x), true);
    }

    static void write(String name, long[] shape, Body run, Body written, boolean different) throws Exception {
        try {
            WriteGraphs g = new WriteGraphs(name.replace("_nchw", "").hashCode());
            float[] x = g.gaussian(shape);
            Output<?> y = g.op("Identity", "y", Map.of(), run.of(g, g.placeholder(shape)));
            float[] result;
            long[] resultShape;
            try (Session session = new Session(g.graph);
                    TFloat32 in = TFloat32.tensorOf(Shape.of(shape), DataBuffers.of(x));
                    var out = session.runner().feed("x", in).fetch("y").run()) {
                TFloat32 t = (TFloat32) out.get(0);
                result = new float[(int) t.size()];
                t.asRawTensor().data().asFloats().read(result);
                resultShape = t.shape().asArray();
            }
            GraphDef def = g.graph.toGraphDef();
            if (different) {
                WriteGraphs other = new WriteGraphs(name.replace("_nchw", "").hashCode());
                other.gaussian(shape);
                other.op("Identity", "y", Map.of(), written.of(other, other.placeholder(shape)));
                def = other.graph.toGraphDef();
            }
            GraphDef.Builder all = def.toBuilder();
            all.addNode(reference("reference/x", x, shape)).addNode(reference("reference/y", result, resultShape));
            Files.write(folder.resolve(name + ".pb"), all.build().toByteArray());
        } catch (Exception e) {
            failed.add(name + ": " + e.getMessage());
        }
    }

    static NodeDef reference(String name, float[] values, long[] shape) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        TensorShapeProto.Builder dims = TensorShapeProto.newBuilder();
        for (long n : shape) {
            dims.addDim(TensorShapeProto.Dim.newBuilder().setSize(n));
        }
        TensorProto tensor = TensorProto.newBuilder().setDtype(DataType.DT_FLOAT).setTensorShape(dims)
                .setTensorContent(com.google.protobuf.ByteString.copyFrom(bytes.array())).build();
        return NodeDef.newBuilder().setName(name).setOp("Const")
                .putAttr("dtype", AttrValue.newBuilder().setType(DataType.DT_FLOAT).build())
                .putAttr("value", AttrValue.newBuilder().setTensor(tensor).build()).build();
    }

    static long[] four(boolean first, long h, long w) {
        return first ? longs(1, 1, h, w) : longs(1, h, w, 1);
    }

    static Map<String, Object> window(boolean first, String padding, long sh, long sw) {
        return Map.of("strides", four(first, sh, sw), "padding", padding, "data_format", first ? "NCHW" : "NHWC");
    }

    static Map<String, Object> with(Map<String, Object> map, Object... more) {
        Map<String, Object> all = new java.util.LinkedHashMap<>(map);
        for (int i = 0; i < more.length; i += 2) {
            all.put((String) more[i], more[i + 1]);
        }
        return all;
    }

    public static void main(String[] args) throws Exception {
        folder = Path.of(args[0]);
        windows();
        linear();
        functions();
        shapes();
        leftovers();
        failed.forEach(System.err::println);
    }

    static void windows() throws Exception {
        for (String padding : List.of("SAME", "VALID")) {
            String p = padding.toLowerCase();
            for (long stride = 1; stride <= 3; stride++) {
                long s = stride;
                both("conv_" + p + s, longs(2, 9, 8, 3), (first, g) -> x -> g.op("Conv2D", window(first, padding, s, s), x, g.weights(3, 2, 3, 5)));
                both("depthwise_" + p + s, longs(2, 9, 8, 3), (first, g) -> x -> g.op("DepthwiseConv2dNative", window(first, padding, s, s), x, g.weights(3, 3, 3, 2)));
                both("max_" + p + s, longs(2, 9, 8, 3), (first, g) -> x -> g.op("MaxPool", with(window(first, padding, s, s), "ksize", four(first, 3, 2)), x));
                both("average_" + p + s, longs(2, 9, 8, 3), (first, g) -> x -> g.op("AvgPool", with(window(first, padding, s, s), "ksize", four(first, 3, 2)), x));
            }
            both("conv_dilated_" + p, longs(2, 11, 10, 2), (first, g) -> x -> g.op("Conv2D", with(window(first, padding, 1, 1), "dilations", four(first, 2, 3)), x, g.weights(3, 3, 2, 4)));
            both("depthwise_dilated_" + p, longs(2, 11, 10, 2), (first, g) -> x -> g.op("DepthwiseConv2dNative", with(window(first, padding, 1, 1), "dilations", four(first, 2, 2)), x, g.weights(3, 3, 2, 1)));
            for (long stride = 1; stride <= 2; stride++) {
                long s = stride;
                long h = padding.equals("SAME") ? 5 * s - s + 1 : (5 - 1) * s + 3;
                both("transposed_" + p + s, longs(2, 5, 4, 3), (first, g) -> x -> {
                    int rows = (int) h, cols = (int) (padding.equals("SAME") ? 4 * s : 3 * s + 3 + (s - 1));
                    Output<?> shape = first ? g.ints(2, 4, rows, cols) : g.ints(2, rows, cols, 4);
                    return g.op("Conv2DBackpropInput", window(first, padding, s, s), shape, g.weights(3, 3, 4, 3), x);
                });
            }
        }
        both("conv_explicit", longs(2, 7, 6, 2), (first, g) -> x -> g.op("Conv2D", with(window(first, "EXPLICIT", 2, 1), "explicit_paddings",
                first ? longs(0, 0, 0, 0, 1, 2, 0, 1) : longs(0, 0, 1, 2, 0, 1, 0, 0)), x, g.weights(3, 3, 2, 3)));
        both("conv_grouped", longs(2, 7, 6, 4), (first, g) -> x -> g.op("Conv2D", window(first, "SAME", 1, 1), x, g.weights(3, 3, 2, 6)));
        write("max_v2", longs(2, 7, 6, 2), (g, x) -> g.op("MaxPoolV2", Map.of("padding", "SAME"), x, g.ints(1, 2, 2, 1), g.ints(1, 2, 2, 1)));
        write("sandwich", longs(2, 7, 6, 2), (g, x) -> {
            Output<?> blocks = g.op("SpaceToBatchND", x, g.ints(2, 2), g.pairs(2, 3, 2, 2));
            Output<?> conv = g.op("Conv2D", window(false, "VALID", 1, 1), blocks, g.weights(3, 3, 2, 3));
            return g.op("BiasAdd", g.op("BatchToSpaceND", conv, g.ints(2, 2), g.pairs(0, 1, 0, 0)), g.weights(3));
        });
        write("sandwich_depthwise", longs(2, 8, 8, 2), (g, x) -> {
            Output<?> blocks = g.op("SpaceToBatchND", x, g.ints(2, 2), g.pairs(0, 0, 0, 0));
            Output<?> conv = g.op("DepthwiseConv2dNative", window(false, "VALID", 1, 1), blocks, g.weights(3, 3, 2, 1));
            return g.op("BatchToSpaceND", conv, g.ints(2, 2), g.pairs(0, 0, 0, 0));
        });
        write("sandwich_1d", longs(2, 10, 3), (g, x) -> {
            Output<?> blocks = g.op("SpaceToBatchND", x, g.ints(2), g.pairs(4, 0));
            Output<?> wide = g.op("ExpandDims", blocks, g.integer(1));
            Output<?> conv = g.op("Conv2D", window(false, "VALID", 1, 1), wide, g.weights(1, 3, 3, 4));
            Output<?> flat = g.op("Squeeze", Map.of("squeeze_dims", longs(1)), conv);
            return g.op("BatchToSpaceND", flat, g.ints(2), g.pairs(0, 0));
        });
        write("conv_1d", longs(2, 10, 3), (g, x) -> {
            Output<?> wide = g.op("ExpandDims", x, g.integer(-3));
            Output<?> kernel = g.op("ExpandDims", g.weights(3, 3, 4), g.integer(0));
            Output<?> conv = g.op("Conv2D", window(false, "SAME", 1, 2), wide, kernel);
            return g.op("Relu", g.op("BiasAdd", g.op("Squeeze", Map.of("squeeze_dims", longs(-3)), conv), g.weights(4)));
        });
    }

    static void linear() throws Exception {
        write("matmul", longs(2, 6), (g, x) -> g.op("BiasAdd", g.op("MatMul", x, g.weights(6, 4)), g.weights(4)));
        write("matmul_transposed", longs(2, 6), (g, x) -> g.op("MatMul", Map.of("transpose_b", true), x, g.weights(4, 6)));
        write("batch_matmul", longs(2, 5, 6), (g, x) -> g.op("BatchMatMulV2", x, g.weights(6, 4)));
        write("batch_matmul_adjoint", longs(2, 5, 6), (g, x) -> g.op("BatchMatMulV2", Map.of("adj_y", true), x, g.weights(1, 4, 6)));
        write("tensordot", longs(2, 5, 6), (g, x) -> {
            Output<?> shape = g.op("Shape", x);
            Output<?> free = g.op("GatherV2", shape, g.ints(0, 1), g.integer(0));
            Output<?> contracted = g.op("GatherV2", shape, g.ints(2), g.integer(0));
            Output<?> rows = g.op("Prod", free, g.ints(0));
            Output<?> cols = g.op("Prod", contracted, g.ints(0));
            Output<?> order = g.op("ConcatV2", g.ints(0, 1), g.ints(2), g.integer(0));
            Output<?> moved = g.op("Transpose", x, order);
            Output<?> flat = g.op("Reshape", moved, g.op("Pack", rows, cols));
            Output<?> product = g.op("MatMul", flat, g.weights(6, 4));
            Output<?> wide = g.op("Reshape", product, g.op("ConcatV2", free, g.ints(4), g.integer(0)));
            return g.op("Tanh", g.op("BiasAdd", wide, g.weights(4)));
        });
        both("batch_norm", longs(2, 5, 4, 3), (first, g) -> x -> g.op("FusedBatchNormV3",
                Map.of("is_training", false, "epsilon", 0.01f, "data_format", first ? "NCHW" : "NHWC"), x, g.weights(3), g.weights(3), g.weights(3), g.positive(3)));
        write("batch_norm_v1", longs(2, 5, 4, 3), (g, x) -> g.op("FusedBatchNorm",
                Map.of("is_training", false, "epsilon", 0.001f), x, g.weights(3), g.weights(3), g.weights(3), g.positive(3)));
        write("batch_norm_decomposed", longs(2, 5, 4, 2), (g, x) -> {
            Output<?> conv = g.op("BiasAdd", g.op("Conv2D", window(false, "SAME", 1, 1), x, g.weights(3, 3, 2, 4)), g.weights(4));
            Output<?> scale = g.op("Mul", g.op("Rsqrt", g.op("AddV2", g.positive(4), g.number(0.001f))), g.weights(4));
            Output<?> mean = g.weights(4);
            Output<?> shift = g.op("Sub", g.weights(4), g.op("Mul", mean, scale));
            return g.op("Relu", g.op("AddV2", g.op("Mul", conv, scale), shift));
        });
        write("batch_norm_as_formula", longs(2, 6), (g, x) -> {
            Output<?> dense = g.op("MatMul", x, g.weights(6, 4));
            Output<?> centred = g.op("Sub", dense, g.weights(4));
            Output<?> normal = g.op("RealDiv", centred, g.op("Sqrt", g.op("Add", g.positive(4), g.number(0.001f))));
            return g.op("Add", g.op("Mul", normal, g.weights(4)), g.weights(4));
        });
    }

    static void functions() throws Exception {
        for (String function : List.of("Relu", "Relu6", "Elu", "Selu", "Sigmoid", "Tanh", "Softplus", "Softsign", "Exp", "Softmax", "Neg", "Square")) {
            write("function_" + function.toLowerCase(), longs(2, 5, 4), (g, x) -> g.op(function, g.op("Mul", x, g.number(3))));
        }
        write("leaky_relu", longs(2, 7), (g, x) -> g.op("LeakyRelu", Map.of("alpha", 0.3f), x));
        write("leaky_relu_formula", longs(2, 7), (g, x) -> g.op("Maximum", g.op("Mul", g.number(0.2f), x), x));
        write("hard_swish", longs(2, 7), (g, x) -> g.op("Mul", g.op("Mul", x, g.op("Relu6", g.op("AddV2", x, g.number(3)))), g.number(1 / 6f)));
        write("hard_sigmoid", longs(2, 7), (g, x) -> g.op("Minimum", g.op("Maximum", g.op("AddV2", g.op("Mul", x, g.number(0.2f)), g.number(0.5f)), g.number(0)), g.number(1)));
        write("swish", longs(2, 7), (g, x) -> g.op("Mul", x, g.op("Sigmoid", x)));
        write("mish", longs(2, 7), (g, x) -> g.op("Mul", x, g.op("Tanh", g.op("Softplus", x))));
        write("gelu", longs(2, 7), (g, x) -> g.op("Mul", g.op("Mul", g.number(0.5f), x),
                g.op("AddV2", g.number(1), g.op("Erf", g.op("RealDiv", x, g.number(1.4142135f))))));
        write("gelu_tanh", longs(2, 7), (g, x) -> g.op("Mul", g.op("Mul", g.number(0.5f), x), g.op("AddV2", g.number(1), g.op("Tanh",
                g.op("Mul", g.number(0.7978846f), g.op("AddV2", x, g.op("Mul", g.number(0.044715f), g.op("Pow", x, g.number(3)))))))));
        write("prelu", longs(2, 4, 3), (g, x) -> g.op("AddV2", g.op("Relu", x), g.op("Mul", g.op("Neg", g.positive(3)), g.op("Relu", g.op("Neg", x)))));
        write("prelu_old", longs(2, 4, 3), (g, x) -> g.op("Add", g.op("Relu", x),
                g.op("Mul", g.op("Mul", g.weights(3), g.op("Sub", x, g.op("Maximum", x, g.op("Neg", x)))), g.number(0.5f))));
        write("clip", longs(2, 7), (g, x) -> g.op("ClipByValue", x, g.number(-0.5f), g.number(0.75f)));
        write("arithmetic", longs(2, 4, 3), (g, x) -> {
            Output<?> a = g.op("Sub", g.number(1.5f), g.op("RealDiv", x, g.weights(3)));
            Output<?> b = g.op("Maximum", x, g.weights(4, 3));
            Output<?> c = g.op("Minimum", g.op("Sub", a, b), g.op("AddN", a, b, x));
            return g.op("Mul", g.op("Maximum", c, x), g.op("SquaredDifference", a, x));
        });
        write("broadcast", longs(2, 4, 3, 5), (g, x) -> {
            Output<?> squeezed = g.op("Mean", Map.of("keep_dims", true), x, g.ints(1, 2));
            Output<?> gate = g.op("Sigmoid", g.op("Conv2D", window(false, "SAME", 1, 1), squeezed, g.weights(1, 1, 5, 5)));
            return g.op("Mul", x, gate);
        });
    }

    static void shapes() throws Exception {
        write("flatten", longs(2, 4, 3, 2), (g, x) -> g.op("MatMul", g.op("Reshape", x, g.ints(-1, 24)), g.weights(24, 3)));
        write("flatten_by_shape", longs(2, 4, 3, 2), (g, x) -> {
            Output<?> shape = g.op("Shape", x);
            Output<?> batch = g.op("StridedSlice", Map.of("shrink_axis_mask", 1), shape, g.ints(0), g.ints(1), g.ints(1));
            return g.op("MatMul", g.op("Reshape", x, g.op("Pack", batch, g.integer(-1))), g.weights(24, 3));
        });
        write("flatten_by_product", longs(2, 4, 3, 2), (g, x) -> {
            Output<?> shape = g.op("Shape", x);
            Output<?> batch = g.op("Slice", shape, g.ints(0), g.ints(1));
            Output<?> rest = g.op("Prod", g.op("Slice", shape, g.ints(1), g.ints(3)), g.ints(0));
            Output<?> target = g.op("ConcatV2", batch, g.op("ExpandDims", rest, g.integer(0)), g.integer(0));
            return g.op("MatMul", g.op("Reshape", x, target), g.weights(24, 3));
        });
        write("reshape_by_shape", longs(2, 4, 6), (g, x) -> {
            Output<?> shape = g.op("Shape", x);
            Output<?> batch = g.op("StridedSlice", Map.of("shrink_axis_mask", 1), shape, g.ints(0), g.ints(1), g.ints(1));
            return g.op("Reshape", x, g.op("Pack", batch, g.integer(3), g.integer(2), g.integer(4)));
        });
        write("squeeze", longs(2, 1, 3, 1), (g, x) -> g.op("Squeeze", Map.of("squeeze_dims", longs(1, 3)), x));
        write("expand", longs(2, 3), (g, x) -> g.op("ConcatV2", g.op("ExpandDims", x, g.integer(1)), g.op("ExpandDims", g.op("Neg", x), g.integer(1)), g.integer(1)));
        write("transpose", longs(2, 4, 3, 2), (g, x) -> g.op("Transpose", x, g.ints(0, 3, 1, 2)));
        write("concat", longs(2, 4, 3), (g, x) -> g.op("ConcatV2", x, g.op("Relu", x), g.op("Neg", x), g.integer(-1)));
        write("pad", longs(2, 4, 3, 2), (g, x) -> g.op("Pad", x, g.pairs(0, 0, 1, 2, 0, 3, 0, 0)));
        write("pad_v2", longs(2, 4, 3, 2), (g, x) -> g.op("PadV2", x, g.pairs(0, 0, 1, 2, 0, 3, 0, 0), g.number(1.5f)));
        write("pad_conv", longs(2, 7, 7, 2), (g, x) -> g.op("Conv2D", window(false, "VALID", 2, 2), g.op("Pad", x, g.pairs(0, 0, 1, 1, 1, 1, 0, 0)), g.weights(3, 3, 2, 3)));
        for (String reduction : List.of("Mean", "Max", "Sum")) {
            write("reduce_" + reduction.toLowerCase(), longs(2, 4, 3, 5), (g, x) -> g.op(reduction, x, g.ints(1, 2)));
            write("reduce_" + reduction.toLowerCase() + "_keep", longs(2, 4, 3, 5), (g, x) -> g.op(reduction, Map.of("keep_dims", true), x, g.ints(-3, -2)));
        }
        write("reduce_mean_nchw", longs(2, 5, 4, 3), (g, x) -> g.op("Mean", x, g.ints(2, 3)));
        write("reduce_mean_steps", longs(2, 5, 4), (g, x) -> g.op("Mean", x, g.ints(1)));
        write("reduce_mean_last", longs(2, 5, 4), (g, x) -> g.op("Mean", Map.of("keep_dims", true), x, g.ints(2)));
        write("resize_nearest", longs(2, 3, 4, 2), (g, x) -> g.op("ResizeNearestNeighbor", Map.of("half_pixel_centers", true), x, g.ints(6, 12)));
        write("resize_nearest_old", longs(2, 3, 4, 2), (g, x) -> g.op("ResizeNearestNeighbor", x, g.ints(6, 12)));
        write("resize_bilinear", longs(2, 3, 4, 2), (g, x) -> g.op("ResizeBilinear", Map.of("half_pixel_centers", true), x, g.ints(6, 12)));
        write("crop", longs(2, 6, 5, 3), (g, x) -> g.op("StridedSlice", Map.of("begin_mask", 9, "end_mask", 9), x, g.ints(0, 1, 1, 0), g.ints(0, -1, 5, 0), g.ints(1, 1, 1, 1)));
        write("every_second", longs(2, 6, 5, 3), (g, x) -> g.op("StridedSlice", Map.of("begin_mask", 7, "end_mask", 7), x, g.ints(0, 0, 0), g.ints(0, 0, 0), g.ints(1, 2, 2)));
        write("one_step", longs(2, 6, 5), (g, x) -> g.op("StridedSlice", Map.of("begin_mask", 1, "end_mask", 1, "shrink_axis_mask", 2), x, g.ints(0, -1), g.ints(0, 0), g.ints(1, 1)));
        write("channel", longs(2, 6, 5, 3), (g, x) -> g.op("StridedSlice", Map.of("ellipsis_mask", 1, "shrink_axis_mask", 2), x, g.ints(0, 1), g.ints(0, 2), g.ints(1, 1)));
        write("new_axis", longs(2, 6, 5), (g, x) -> g.op("StridedSlice", Map.of("ellipsis_mask", 1, "new_axis_mask", 2), x, g.ints(0, 0), g.ints(0, 0), g.ints(1, 1)));
        write("slice", longs(2, 6, 5, 3), (g, x) -> g.op("Slice", x, g.ints(0, 1, 0, 1), g.ints(-1, 4, -1, 1)));
        write("stack", longs(2, 3, 4), (g, x) -> g.op("Pack", Map.of("axis", 2), x, g.op("Relu", x)));
        write("depth_to_space", longs(2, 3, 4, 8), (g, x) -> g.op("DepthToSpace", Map.of("block_size", 2), x));
        write("space_to_depth", longs(2, 4, 6, 3), (g, x) -> g.op("SpaceToDepth", Map.of("block_size", 2), x));
        write("tile", longs(2, 1, 1, 3), (g, x) -> g.op("Tile", x, g.ints(1, 4, 2, 1)));
    }

    static void leftovers() throws Exception {
        write("dropout_identity", longs(2, 6), (g, x) -> g.op("MatMul", g.op("StopGradient", g.op("CheckNumerics", Map.of("message", ""), g.op("Identity", x))), g.weights(6, 3)));
        Body plain = (g, x) -> g.op("MatMul", x, g.weights(6, 3));
        write("dropout_tf1", longs(2, 6), plain, (g, x) -> {
            Output<?> weights = g.weights(6, 3);
            Output<?> keep = g.number(0.7f);
            Output<?> random = g.op("RandomUniform", Map.of("dtype", DataType.DT_FLOAT), g.op("Shape", x));
            Output<?> mask = g.op("Floor", g.op("Add", keep, random));
            return g.op("MatMul", g.op("Mul", g.op("RealDiv", x, keep), mask), weights);
        }, true);
        write("dropout_tf2", longs(2, 6), plain, (g, x) -> {
            Output<?> weights = g.weights(6, 3);
            Output<?> scaled = g.op("Mul", x, g.number(1 / 0.7f));
            Output<?> random = g.op("RandomUniform", Map.of("dtype", DataType.DT_FLOAT), g.op("Shape", scaled));
            Output<?> mask = g.op("Cast", Map.of("DstT", DataType.DT_FLOAT), g.op("GreaterEqual", random, g.number(0.3f)));
            return g.op("MatMul", g.op("Mul", scaled, mask), weights);
        }, true);
        write("logistic", longs(2, 5, 4, 3), (g, x) -> {
            Output<?> pooled = g.op("Mean", x, g.ints(1, 2));
            return g.op("Softmax", g.op("BiasAdd", g.op("MatMul", g.op("Reshape", pooled, g.ints(-1, 3)), g.weights(3, 4)), g.weights(4)));
        });
    }
}
