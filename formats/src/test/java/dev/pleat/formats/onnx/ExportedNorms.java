package dev.pleat.formats.onnx;

import static dev.pleat.formats.onnx.OnnxFile.with;

import dev.pleat.processor.reference.LayerSpec;
import dev.pleat.processor.reference.Tensor;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Writes normalizations, batch norm often as primitives. */
final class ExportedNorms {
    private final OnnxFile file;
    private final ExportedFunctions functions;
    private final Map<String, Tensor> weights;
    private final Random random;

    ExportedNorms(OnnxFile file, ExportedFunctions functions, Map<String, Tensor> weights, Random random) {
        this.file = file;
        this.functions = functions;
        this.weights = weights;
        this.random = random;
    }

    private Tensor weight(LayerSpec layer, String name) {
        return weights.get(layer.name() + "/" + name);
    }

    String batchNorm(LayerSpec layer, String x, int[] in) {
        boolean contrib = layer.type().startsWith("Contrib");
        int given = contrib ? layer.text("dataFormat", "NHWC").equals("NCHW") ? 1 : -1 : layer.integer("axis", -1);
        int axis = given < 0 ? in.length + 1 + given : given;
        double epsilon = layer.number("epsilon", 0.001);
        double raised = contrib ? Math.max(epsilon, 1.001e-5) : epsilon;
        Tensor mean = weight(layer, "moving_mean");
        Tensor variance = weight(layer, "moving_variance");
        int channels = mean.data().length;
        double[] gamma = orElse(weight(layer, "gamma"), channels, 1);
        double[] beta = orElse(weight(layer, "beta"), channels, 0);
        String y = random.nextBoolean() && axis == 1
                ? file.node(
                        "BatchNormalization",
                        with("epsilon", raised),
                        x,
                        file.floats(gamma, channels),
                        file.floats(beta, channels),
                        file.floats(mean.data(), channels),
                        file.floats(variance.data(), channels))
                : primitives(x, dims(in.length - axis + 1, channels), mean, variance, gamma, beta, raised);
        return contrib ? functions.activate(layer, "activationFn", y) : y;
    }

    private static double[] orElse(Tensor weight, int channels, double value) {
        return weight == null
                ? IntStream.range(0, channels).mapToDouble(i -> value).toArray()
                : weight.data();
    }

    /** Returns a shape of so many dimensions, of 1 but the first. */
    private static int[] dims(int rank, int channels) {
        int[] dims = new int[rank];
        Arrays.fill(dims, 1);
        dims[0] = channels;
        return dims;
    }

    private String primitives(
            String x, int[] dims, Tensor mean, Tensor variance, double[] gamma, double[] beta, double epsilon) {
        String centred = file.node("Sub", Map.of(), x, file.floats(mean.data(), dims));
        String shifted =
                file.node("Add", Map.of(), file.floats(variance.data(), dims), file.floats(new double[] {epsilon}, 1));
        String normal = file.node("Div", Map.of(), centred, file.node("Sqrt", Map.of(), shifted));
        String scaled = file.node("Mul", Map.of(), normal, file.floats(gamma, dims));
        return file.node("Add", Map.of(), scaled, file.floats(beta, dims));
    }

    String layerNorm(LayerSpec layer, String x, int[] in) {
        int[] axes = ExportedShapes.dimensions(layer.integers("axis", -1), in.length);
        int[] order = ExportedShapes.toBack(axes, in.length);
        String turned = file.node("Transpose", with("perm", order), x);
        int[] shape = Arrays.stream(axes).map(axis -> in[axis - 1]).toArray();
        int size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        String gamma = file.floats(orElse(weight(layer, "gamma"), size, 1), shape);
        String beta = file.floats(orElse(weight(layer, "beta"), size, 0), shape);
        Map<String, Object> attributes = with("axis", -axes.length, "epsilon", layer.number("epsilon", 0.001));
        String normal = file.node("LayerNormalization", attributes, turned, gamma, beta);
        return file.node("Transpose", with("perm", ExportedShapes.inverse(order)), normal);
    }

    String normalize(LayerSpec layer, String x, int[] in) {
        int[] axes = ExportedShapes.dimensions(layer.integers("axis", -1), in.length);
        double[] mean = layer.has("mean")
                ? layer.numbers("mean")
                : weight(layer, "mean").data();
        double[] variance = layer.has("variance")
                ? layer.numbers("variance")
                : weight(layer, "variance").data();
        int[] dims = new int[in.length];
        for (int i = 0; i < dims.length; i++) {
            int axis = i + 1;
            dims[i] = mean.length > 1 && IntStream.of(axes).anyMatch(a -> a == axis) ? in[i] : 1;
        }
        double[] deviation =
                Arrays.stream(variance).map(v -> Math.max(Math.sqrt(v), 1e-7)).toArray();
        String center = file.floats(mean, dims);
        String spread = file.floats(deviation, dims);
        return layer.flag("invert", false)
                ? file.node("Add", Map.of(), center, file.node("Mul", Map.of(), x, spread))
                : file.node("Div", Map.of(), file.node("Sub", Map.of(), x, center), spread);
    }

    String rescale(LayerSpec layer, String x) {
        double[] scale = layer.numbers("scale");
        double[] offset = layer.numbers("offset", 0);
        String scaled = file.node("Mul", Map.of(), x, file.floats(scale, scale.length));
        return file.node("Add", Map.of(), scaled, file.floats(offset, offset.length));
    }
}
