package dev.pleat.formats.onnx;

import dev.pleat.ActivationFunction;
import dev.pleat.formats.build.NotExpressible;
import dev.pleat.formats.build.Pools.Kind;
import java.util.HashMap;
import java.util.Map;

/** The operators that are read. */
final class Operators {
    private static final Map<String, Operator> ALL = new HashMap<>();

    private Operators() {}

    static {
        ALL.put("Conv", ConvolutionNodes::convolution);
        ALL.put("ConvTranspose", ConvolutionNodes::transposed);
        ALL.put("Gemm", MatrixNodes::gemm);
        ALL.put("MatMul", MatrixNodes::matMul);
        shapes();
        arithmetic();
        functions();
        ALL.put("AveragePool", PoolNodes::average);
        ALL.put("MaxPool", PoolNodes::max);
        ALL.put("GlobalAveragePool", call -> PoolNodes.global(call, Kind.AVERAGE));
        ALL.put("GlobalMaxPool", call -> PoolNodes.global(call, Kind.MAX));
        ALL.put("ReduceMax", call -> PoolNodes.reduce(call, Kind.MAX));
        ALL.put("ReduceMean", call -> PoolNodes.reduce(call, Kind.AVERAGE));
        ALL.put("ReduceSum", PoolNodes::sum);
        ALL.put("BatchNormalization", NormNodes::batch);
        ALL.put("GroupNormalization", NormNodes::group);
        ALL.put("InstanceNormalization", NormNodes::instance);
        ALL.put("LayerNormalization", NormNodes::layer);
        ALL.put("Dropout", Operators::dropout);
        ALL.put("Identity", call -> call.result(call.value(0)));
        ALL.put("Cast", Operators::cast);
        ALL.put("CastLike", call -> call.result(call.operand(0)));
    }

    private static void shapes() {
        ALL.put("Concat", ShapeNodes::concat);
        ALL.put("DepthToSpace", ShapeNodes::depthToSpace);
        ALL.put("Expand", ShapeNodes::expand);
        ALL.put("Flatten", ShapeNodes::flatten);
        ALL.put("Gather", ShapeNodes::gather);
        ALL.put("Pad", ShapeNodes::pad);
        ALL.put("Reshape", ShapeNodes::reshape);
        ALL.put("Resize", ResizeNodes::resize);
        ALL.put("Slice", ShapeNodes::slice);
        ALL.put("SpaceToDepth", ShapeNodes::spaceToDepth);
        ALL.put("Split", ShapeNodes::split);
        ALL.put("Squeeze", ShapeNodes::squeeze);
        ALL.put("Transpose", ShapeNodes::transpose);
        ALL.put("Unsqueeze", ShapeNodes::unsqueeze);
        ALL.put("Upsample", ResizeNodes::upsample);
    }

    private static void arithmetic() {
        ALL.put("Abs", ArithmeticNodes::absolute);
        ALL.put("Add", ArithmeticNodes::add);
        ALL.put("Div", ArithmeticNodes::divide);
        ALL.put("Max", ArithmeticNodes::maximum);
        ALL.put("Mean", ArithmeticNodes::mean);
        ALL.put("Min", ArithmeticNodes::minimum);
        ALL.put("Mul", ArithmeticNodes::multiply);
        ALL.put("Neg", ArithmeticNodes::negate);
        ALL.put("Pow", ArithmeticNodes::power);
        ALL.put("Sqrt", call -> call.result(call.functions().sqrt(call.origin(), call.value(0))));
        ALL.put("Sub", ArithmeticNodes::subtract);
        ALL.put("Sum", ArithmeticNodes::sum);
    }

    private static void functions() {
        ALL.put("Celu", ActivationNodes::celu);
        ALL.put("Clip", ActivationNodes::clip);
        ALL.put("Elu", ActivationNodes::elu);
        ALL.put("Erf", call -> call.result(call.functions().erf(call.origin(), call.value(0))));
        ALL.put("Exp", ActivationNodes.function(ActivationFunction.EXPONENTIAL));
        ALL.put("Gelu", ActivationNodes::gelu);
        ALL.put("HardSigmoid", ActivationNodes::hardSigmoid);
        ALL.put("HardSwish", ActivationNodes.function(ActivationFunction.HARD_SWISH));
        ALL.put("LeakyRelu", ActivationNodes::leaky);
        ALL.put("Mish", ActivationNodes.function(ActivationFunction.MISH));
        ALL.put("PRelu", ActivationNodes::prelu);
        ALL.put("Relu", ActivationNodes.function(ActivationFunction.RELU));
        ALL.put("Selu", ActivationNodes::selu);
        ALL.put("Sigmoid", ActivationNodes.function(ActivationFunction.SIGMOID));
        ALL.put("Softmax", ActivationNodes::softmax);
        ALL.put("Softplus", ActivationNodes.function(ActivationFunction.SOFTPLUS));
        ALL.put("Softsign", ActivationNodes.function(ActivationFunction.SOFTSIGN));
        ALL.put("Swish", ActivationNodes::swish);
        ALL.put("Tanh", ActivationNodes.function(ActivationFunction.TANH));
        ALL.put("ThresholdedRelu", ActivationNodes::thresholded);
    }

    /** Returns an operator, null if it is not read. */
    static Operator get(String op) {
        return ALL.get(op);
    }

    private static void dropout(Call call) {
        call.onlyFirst("the mask");
        if (call.has(2) && call.constant(2, "training_mode").scalar() != 0) {
            throw new NotExpressible("has training_mode = true; export for inference");
        }
        call.result(call.value(0));
    }

    private static void cast(Call call) {
        ElementType to = ElementType.of(call.integer("to", 0));
        if (to != ElementType.FLOAT) {
            throw new NotExpressible("casts to " + to + "; the language computes with float");
        }
        call.result(
                call.operand(0) instanceof Operand.Foreign foreign
                        ? new Operand.Computed(foreign.value())
                        : call.operand(0));
    }
}
