package dev.pleat.cli.report;

import dev.pleat.processor.Explanation;
import dev.pleat.processor.InMemoryCompiler;
import dev.pleat.processor.ModelProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Networks that people know, written layer by layer. */
final class Nets {

    private final List<String> members = new ArrayList<>();
    private int count;

    private Nets() {}

    /** A digit classifier: one norm folds, one cannot. */
    static Explanation digits() {
        Nets net = new Nets();
        net.add("Input({28, 28, 1})", "image");
        net.add("Conv2D(filters = 32, kernelSize = 3, activation = RELU)", "conv");
        net.add("BatchNormalization", "norm");
        net.add("MaxPooling2D(2)", "pool");
        net.add("Conv2D(filters = 64, kernelSize = 3, useBias = false)", "conv2");
        net.add("BatchNormalization", "norm2");
        net.add("ReLU", "relu2");
        net.add("Dropout(0.25)", "drop");
        net.add("Flatten", "flat");
        net.add("Dense(units = 10, activation = SOFTMAX)", "digit");
        return net.explain("Digits");
    }

    /** ResNet-50, with batch norm behind every convolution. */
    static Explanation resNet50() {
        Nets net = new Nets();
        net.add("Input({224, 224, 3})", "image");
        net.add("ZeroPadding2D(3)", "pad");
        net.convolution("conv1", 64, 7, 2, "VALID", "pad", true);
        net.add("MaxPooling2D(poolSize = 3, strides = 2, padding = SAME)", "pool1");
        String x = "pool1";
        int[] blocks = {3, 4, 6, 3};
        for (int stage = 0; stage < 4; stage++) {
            for (int block = 0; block < blocks[stage]; block++) {
                x = net.bottleneck("s" + (stage + 2) + "b" + (block + 1), x, 64 << stage, block == 0, stage > 0);
            }
        }
        net.add("GlobalAveragePooling2D", "average");
        net.add("Dense(units = 1000, activation = SOFTMAX)", "classes");
        return net.explain("ResNet50");
    }

    private String bottleneck(String name, String x, int filters, boolean first, boolean halve) {
        int strides = first && halve ? 2 : 1;
        String shortcut = x;
        if (first) {
            shortcut = convolution(name + "_shortcut", 4 * filters, 1, strides, "VALID", x, false);
        }
        String a = convolution(name + "_reduce", filters, 1, strides, "VALID", x, true);
        String b = convolution(name + "_conv", filters, 3, 1, "SAME", a, true);
        String c = convolution(name + "_expand", 4 * filters, 1, 1, "VALID", b, false);
        add("Add({\"" + shortcut + "\", \"" + c + "\"})", name + "_add");
        return add("ReLU", name + "_out");
    }

    /** MobileNetV2: expansion, depthwise convolution, linear bottleneck, residual. */
    static Explanation mobileNetV2() {
        Nets net = new Nets();
        net.add("Input({96, 96, 3})", "image");
        net.add("Rescaling(scale = 0.00784, offset = -1)", "scaled");
        String x = net.convolution("stem", 32, 3, 2, "SAME", "scaled", true);
        int[][] stages = {
            {1, 16, 1, 1}, {6, 24, 2, 2}, {6, 32, 3, 2}, {6, 64, 4, 2}, {6, 96, 3, 1}, {6, 160, 3, 2}, {6, 320, 1, 1}
        };
        int channels = 32;
        for (int[] stage : stages) {
            for (int i = 0; i < stage[2]; i++) {
                x = net.inverted(x, channels, stage[0], stage[1], i == 0 ? stage[3] : 1);
                channels = stage[1];
            }
        }
        net.convolution("head", 1280, 1, 1, "VALID", x, true);
        net.add("GlobalAveragePooling2D", "average");
        net.add("Dropout(0.2)", "drop");
        net.add("Dense(units = 1000, activation = SOFTMAX)", "classes");
        return net.explain("MobileNetV2");
    }

    private String inverted(String x, int channels, int times, int filters, int strides) {
        String name = "b" + (++count);
        String wide = times == 1 ? x : convolution(name + "_expand", channels * times, 1, 1, "VALID", x, true);
        add(
                "DepthwiseConv2D(kernelSize = 3, strides = " + strides + ", padding = SAME, useBias = false) @From(\""
                        + wide + "\")",
                name + "_depthwise");
        add("BatchNormalization", name + "_depthwise_bn");
        add("ReLU(maxValue = 6)", name + "_depthwise_relu");
        String y = convolution(name + "_project", filters, 1, 1, "VALID", name + "_depthwise_relu", false);
        return strides == 1 && channels == filters ? add("Add({\"" + x + "\", \"" + y + "\"})", name + "_add") : y;
    }

    /** Branches of unequal length, skips over several blocks, two inputs and three outputs. */
    static Explanation branches() {
        Nets net = new Nets();
        net.add("Input({16, 16, 8})", "image");
        net.add("Input(8)", "numbers");
        net.add("Conv2D(filters = 8, kernelSize = 1) @From(\"image\")", "a1");
        net.add("Conv2D(filters = 8, kernelSize = 1) @From(\"image\")", "b1");
        net.add("Conv2D(filters = 8, kernelSize = 3, padding = SAME, activation = RELU)", "b2");
        net.add("Conv2D(filters = 8, kernelSize = 1) @From(\"image\")", "c1");
        net.add("Conv2D(filters = 8, kernelSize = 3, padding = SAME)", "c2");
        net.add("Conv2D(filters = 8, kernelSize = 3, padding = SAME)", "c3");
        net.add("MaxPooling2D(poolSize = 3, strides = 1, padding = SAME) @From(\"image\")", "d1");
        net.add("BatchNormalization", "d2");
        net.add("Concatenate({\"a1\", \"b2\", \"c3\", \"d2\"})", "all");
        net.add("BatchNormalization @From(\"all\")", "norm");
        net.add("Conv2D(filters = 32, kernelSize = 3, padding = SAME)", "deep1");
        net.add("Add({\"deep1\", \"all\"})", "sum1");
        net.add("Conv2D(filters = 32, kernelSize = 3, padding = SAME, activation = TANH)", "deep2");
        net.add("Add({\"deep2\", \"all\", \"sum1\"})", "sum2");
        net.add("GlobalAveragePooling2D", "average");
        net.add("Dense(units = 8, activation = SELU) @From(\"numbers\")", "side");
        net.add("Concatenate({\"average\", \"side\"})", "both");
        net.members.set(net.members.size() - 1, "@Output " + net.members.get(net.members.size() - 1));
        net.add("Dense(units = 3, activation = SIGMOID)", "left");
        net.members.set(net.members.size() - 1, "@Output " + net.members.get(net.members.size() - 1));
        net.add("Dense(units = 5, activation = SOFTMAX) @From(\"both\")", "right");
        return net.explain("Branches");
    }

    /** A U: values of every depth are read again on the way up. */
    static Explanation uNet() {
        Nets net = new Nets();
        String x = net.add("Input({64, 64, 3})", "image");
        List<String> skips = new ArrayList<>();
        for (int depth = 0; depth < 4; depth++) {
            x = net.convolution("down" + depth, 16 << depth, 3, 1, "SAME", x, true);
            skips.add(x);
            x = net.add("MaxPooling2D(2)", "pool" + depth);
        }
        x = net.convolution("bottom", 256, 3, 1, "SAME", x, true);
        for (int depth = 3; depth >= 0; depth--) {
            x = net.add("Conv2DTranspose(filters = " + (16 << depth) + ", kernelSize = 2, strides = 2)", "up" + depth);
            x = net.add("Concatenate({\"" + skips.get(depth) + "\", \"" + x + "\"})", "join" + depth);
            x = net.convolution("merge" + depth, 16 << depth, 3, 1, "SAME", x, true);
        }
        net.add("Conv2D(filters = 1, kernelSize = 1, activation = SIGMOID)", "mask");
        return net.explain("UNet");
    }

    private String convolution(
            String name, int filters, int kernel, int strides, String padding, String from, boolean relu) {
        add(
                "Conv2D(filters = " + filters + ", kernelSize = " + kernel + ", strides = " + strides + ", padding = "
                        + padding + ", useBias = false) @From(\"" + from + "\")",
                name);
        add("BatchNormalization", name + "_bn");
        return relu ? add("ReLU", name + "_relu") : name + "_bn";
    }

    private String add(String annotation, String name) {
        members.add("@" + annotation + " Layer " + name);
        return name;
    }

    private Explanation explain(String name) {
        String open = members.size() > 254 ? "final class " + name + " {\n" : "record " + name + "(\n";
        String separator = members.size() > 254 ? ";\n" : ",\n";
        String close = members.size() > 254 ? ";\n}\n" : ") {}\n";
        String source = "package demo;\n"
                + "import static dev.pleat.ActivationFunction.*;\nimport static dev.pleat.Padding.*;\nimport dev.pleat.*;\n"
                + "@Model " + open + String.join(separator, members) + close;
        List<Explanation> told = new ArrayList<>();
        InMemoryCompiler.Result result = InMemoryCompiler.compile(
                Map.of("demo." + name, source),
                List.of(new ModelProcessor(told::add)),
                List.of("--add-modules", "jdk.incubator.vector"));
        if (told.isEmpty()) {
            throw new AssertionError(result.errors());
        }
        return told.get(0);
    }
}
