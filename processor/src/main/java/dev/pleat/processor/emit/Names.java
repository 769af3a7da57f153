package dev.pleat.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.LinkedHashMap;
import java.util.Map;

/** The types that generated code uses, and the one rule that makes a layer's path a Java name. */
final class Names {

    private static final String RUNTIME = "dev.pleat.runtime";
    private static final String VECTOR = "jdk.incubator.vector";

    static final ClassName ACTIVATIONS = ClassName.get(RUNTIME, "Activations");
    static final ClassName AFFINE = ClassName.get(RUNTIME, "Affine");
    static final ClassName ALIGNED_FLOATS = ClassName.get(RUNTIME, "AlignedFloats");
    static final ClassName ARGUMENTS = ClassName.get(RUNTIME, "Arguments");
    static final ClassName ARITHMETIC = ClassName.get(RUNTIME, "Arithmetic");
    static final ClassName BATCH_STEP = ClassName.get(RUNTIME, "BatchStep");
    static final ClassName CHANNEL_AFFINE = ClassName.get(RUNTIME, "ChannelAffine");
    static final ClassName COMPILED_MODEL = ClassName.get(RUNTIME, "CompiledModel");
    static final ClassName COPY = ClassName.get(RUNTIME, "Copy");
    static final ClassName LAYER_NORM = ClassName.get(RUNTIME, "LayerNorm");
    static final ClassName LINEAR_WEIGHTS = ClassName.get(RUNTIME, "LinearWeights");
    static final ClassName NUMBERS = ClassName.get(RUNTIME, "Numbers");
    static final ClassName PANELS = ClassName.get(RUNTIME, "Panels");
    static final ClassName PART = ClassName.get(RUNTIME, "Part");
    static final ClassName PERMUTATION = ClassName.get(RUNTIME, "Permutation");
    static final ClassName DOT_CONVOLUTION = ClassName.get(RUNTIME, "DotConvolution");
    static final ClassName DOT_PRODUCTS = ClassName.get(RUNTIME, "DotProducts");
    static final ClassName POOLING = ClassName.get(RUNTIME, "Pooling");
    static final ClassName RELU_POOLING = ClassName.get(RUNTIME, "ReluPooling");
    static final ClassName PRELU = ClassName.get(RUNTIME, "PRelu");
    static final ClassName SCALAR_CONVOLUTION = ClassName.get(RUNTIME, "ScalarConvolution");
    static final ClassName SCRATCH = ClassName.get(RUNTIME, "Scratch");
    static final ClassName SCRATCH_POOL = ClassName.get(RUNTIME, "ScratchPool");
    static final ClassName SIMD = ClassName.get(RUNTIME, "Simd");
    static final ClassName SOFTMAX = ClassName.get(RUNTIME, "Softmax");
    static final ClassName SPECIES = ClassName.get(RUNTIME, "Species");
    static final ClassName STAND_IN = ClassName.get(RUNTIME, "StandIn");
    static final ClassName STEP = ClassName.get(RUNTIME, "Step");
    static final ClassName SUMS = ClassName.get(RUNTIME, "Sums");
    static final ClassName STEP_SPEC = ClassName.get(RUNTIME, "StepSpec");
    static final ClassName STEP_TIMES = ClassName.get(RUNTIME, "StepTimes");
    static final ClassName TEAM = ClassName.get(RUNTIME, "Team");
    static final ClassName TENSOR_SPEC = ClassName.get(RUNTIME, "TensorSpec");
    static final ClassName UP_SAMPLING = ClassName.get(RUNTIME, "UpSampling");
    static final ClassName VECTOR_KERNELS = ClassName.get(RUNTIME, "VectorKernels");
    static final ClassName WARM_UP = ClassName.get(RUNTIME, "WarmUp");
    static final ClassName WEIGHTS = ClassName.get(RUNTIME, "Weights");
    static final ClassName WINOGRAD = ClassName.get(RUNTIME, "Winograd");
    static final ClassName NANS = ClassName.get(RUNTIME, "Nans");
    static final ClassName BANDS = ClassName.get(RUNTIME, "Bands");
    static final ClassName TURNS = ClassName.get(RUNTIME, "Turns");
    static final ClassName CLIP = ClassName.get(RUNTIME, "Clip");
    static final ClassName CLIPPING = ClassName.get(RUNTIME, "Clipping");
    static final ClassName INT_VECTOR = ClassName.get(VECTOR, "IntVector");
    static final ClassName FLOAT_VECTOR = ClassName.get(VECTOR, "FloatVector");
    static final TypeName INT_SPECIES =
            ParameterizedTypeName.get(ClassName.get(VECTOR, "VectorSpecies"), ClassName.get(Integer.class));
    static final TypeName FLOAT_SPECIES =
            ParameterizedTypeName.get(ClassName.get(VECTOR, "VectorSpecies"), ClassName.get(Float.class));
    static final TypeName FLOATS = ArrayTypeName.of(float.class);
    static final TypeName BYTES = ArrayTypeName.of(byte.class);
    static final TypeName STRING_MAP = ParameterizedTypeName.get(Map.class, String.class, String.class);
    static final TypeName ARRAY_MAP =
            ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(String.class), FLOATS);

    private final NameAllocator methods = new NameAllocator();
    private final Map<String, String> stepNames = new LinkedHashMap<>();

    /** Reserves the names that the generated class uses itself. */
    Names(String... taken) {
        for (String name : taken) {
            methods.newName(name);
        }
    }

    /**
     * Returns the method name of a step: the layer's path with {@code _} for what Java does not allow, and a {@code _}
     * behind a name that is taken.
     */
    String step(String path) {
        return stepNames.computeIfAbsent(path, methods::newName);
    }

    /** Returns a name that no other method has, the suggested one if it is free. */
    String free(String suggestion) {
        return methods.newName(suggestion);
    }

    /** Returns the name of the method that loads a step's weights. */
    String load(String path) {
        String step = step(path);
        return methods.newName("load" + Character.toUpperCase(step.charAt(0)) + step.substring(1));
    }

    /** Returns the name of the method that computes a step for several samples. */
    String batch(String path) {
        String step = step(path);
        return methods.newName("batch" + Character.toUpperCase(step.charAt(0)) + step.substring(1));
    }

    /** Returns text that may stand in a Javadoc comment, in the encoding of the user's build, which may be ASCII. */
    static String documented(String text) {
        return ModelEmitter.ascii(text.replace("@", ""));
    }

    /** Returns a value as a literal of type float. */
    static String floatLiteral(double value) {
        float number = (float) value;
        if (Float.isInfinite(number)) {
            return number > 0 ? "Float.POSITIVE_INFINITY" : "Float.NEGATIVE_INFINITY";
        }
        return number + "f";
    }
}
