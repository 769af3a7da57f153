package dev.pleat.cli;

import dev.pleat.formats.ReadOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of every command that takes a model: which it is, and how to read it. */
final class ModelOptions {
    @Parameters(
            paramLabel = "MODEL",
            description = "Keras .h5 or .keras, SavedModel folder, frozen .pb, .onnx, or a .java file with an annotated"
                    + " class.")
    private Path model;

    @Option(
            names = "--inputs",
            paramLabel = "NAME",
            split = ",",
            description = "Tensors of the file that become the inputs; what comes before is cut off.")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = "--outputs",
            paramLabel = "NAME",
            split = ",",
            description = "Tensors of the file that become the outputs.")
    private List<String> outputs = new ArrayList<>();

    @Option(
            names = "--raise-epsilon",
            description = "Raise batch norm's epsilon to 1.001e-5, as TensorFlow's fused kernel did.")
    private boolean raiseEpsilon;

    @Option(
            names = "--clamp-variance",
            description = "Count a variance that is slightly negative as 0 instead of refusing it.")
    private boolean clampVariance;

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description =
                    "With a .java MODEL: its weights, a checkpoint, .pth, .h5, .npz or .safetensors. By default the"
                            + " .safetensors of its name beside it.")
    private Path weights;

    @Mixin
    private NamingOptions naming;

    @Option(
            names = "--model",
            paramLabel = "CLASS",
            description = "With a .java MODEL that holds several: the annotated class.")
    private String className;

    Path model() {
        return model;
    }

    Path weights() {
        return weights;
    }

    NamingOptions naming() {
        return naming;
    }

    String className() {
        return className;
    }

    /** Returns how to read a model file. */
    ReadOptions reading() {
        return new ReadOptions(inputs, outputs, raiseEpsilon, clampVariance);
    }

    /** Checks that all options fit the kind of model. */
    void check(boolean java) {
        if (java && (!inputs.isEmpty() || !outputs.isEmpty() || raiseEpsilon)) {
            throw Failure.usage("--inputs, --outputs and --raise-epsilon are for model files; " + model.getFileName()
                    + " is source: edit it");
        }
        if (!java && (weights != null || naming.given() || className != null)) {
            throw Failure.usage("--weights, --naming, --map and --model are for .java models; " + model.getFileName()
                    + " has weights of its own");
        }
    }
}
