package dev.pleat.processor.diagnostics;

import java.util.Arrays;
import java.util.Locale;

/** Every way a model can be refused. The constant's name, in lower case with hyphens, is its id and never changes meaning. */
public enum Problem {
    // Attributes
    NOT_POSITIVE("'%s' has %s = %s; it must be at least 1", "write a positive number"),
    NEGATIVE("'%s' has %s = %s; it must be at least 0", "write 0 or more"),
    NOT_FINITE("'%s' has %s = %s; it must be a finite number", "write a finite number"),
    OUT_OF_RANGE("'%s' has %s = %s; it must be from %s to %s", "write a number in that range"),
    WRONG_COUNT("'%s' has %s numbers in %s; it takes %s", "write that many"),
    CONTRADICTION("'%s' has %s, which contradicts %s", "%s"),
    MISSING_ATTRIBUTE("'%s' has no %s", "write %s"),
    EPSILON_NOT_POSITIVE(
            "'%s' has epsilon = %s; it must be more than 0", "write a small number; Keras's default is 0.001"),
    IS_TRAINING(
            "'%s' has isTraining = true; compiled models only predict",
            "remove it: the moving statistics are used, as TensorFlow does with is_training=False"),
    NOT_ONE_OF("'%s' has %s = \"%s\"", "write one of %s"),
    STATISTICS_LENGTH("'%s' has %s values of %s for %s channels", "give one per channel, or one for all"),
    VARIANCE_NEGATIVE("'%s' has a variance of %s", "write 0 or more: a variance is a square"),
    STRIDES_AND_DILATION(
            "'%s' has strides %s and dilation %s; a layer can have one of them, not both", "set one of them to 1"),
    CAUSAL_NOT_HERE("'%s' has padding = CAUSAL, which only 1-D convolutions have", "use SAME or VALID"),
    OUTPUT_PADDING_TOO_LARGE("'%s' has outputPadding %s, which must be smaller than strides %s", "use at most %s"),
    NOT_A_PERMUTATION("'%s' has dims %s, which do not permute %s axes", "name each of 1 to %3$s once"),

    // Which layer reads which
    UNKNOWN_LAYER("'%s' reads '%s', which is not a layer above it", "%s"),
    FORWARD_REFERENCE("'%s' reads '%s', which comes below it", "move '%2$s' above '%1$s'"),
    SELF_REFERENCE("'%s' reads itself", "name a layer above it"),
    TOO_FEW_INPUTS("'%s' combines layers but names %s", "name two or more: @%s({\"first\", \"second\"})"),
    TOO_MANY_INPUTS("'%s' reads %s but names %s", "%s"),
    NOTHING_ABOVE(
            "'%s' has no layer above it to read", "begin the model with an @Input, or name what it reads with @From"),
    NO_INPUT("'%s' has no @Input", "begin it with a member such as @Input({28, 28, 1}) Layer image"),
    NO_LAYERS("'%s' has no layers", "add members of type Layer, each with a layer annotation"),
    INPUT_READS("'%s' is an @Input and reads another layer", "remove its @From"),
    INPUT_IS_OUTPUT("'%s' is an @Input and %s; the caller has its value already", "%s"),
    UNREACHABLE("'%s' leads to no output", "read it below, mark it @Output, or remove it"),
    UNUSED_INPUT("the input '%s' leads to no output", "read it below, or remove it"),

    // Members
    SEVERAL_LAYERS("'%s' carries several layer annotations: %s", "give each its own member of type Layer"),
    NOT_ANNOTATED("'%s' is a Layer without a layer annotation", "annotate it, or remove it"),
    NOT_A_LAYER("'%s' carries @%s but is of type %s", "make its type dev.pleat.Layer"),

    // Shapes
    WRONG_RANK("'%s' takes %s but '%s' has the shape %s", "%s"),
    SHAPE_MISMATCH("'%s' %s", "%s; the shapes so far: %s"),
    WINDOW_TOO_LARGE("'%s' slides a %s window over %s from '%s', which is smaller", "%s"),
    NOTHING_LEFT("'%s' leaves nothing of %s from '%s'", "remove less"),
    GROUPS_DO_NOT_DIVIDE(
            "'%s' has %s groups, which do not divide its %s %s",
            "use a common divisor of input channels and filters: %s"),
    RESHAPE_MISMATCH("'%s' cannot turn %s (%s numbers) into %s (%s)", "%s"),
    AXIS_OUT_OF_RANGE(
            "'%s' has axis %s but its input has the shape %s", "use %s, or count from the end: -1 is the last"),
    AXIS_IS_BATCH(
            "'%s' has axis 0, which is the batch",
            "count as Keras does: 1 is the first dimension of the sample, -1 the last"),
    DUPLICATE_AXIS("'%s' names axis %s more than once", "name each once"),
    TOO_LARGE(
            "'%s' has %s, which is more than a compiled model can hold", "make it smaller: the limit is 2^28 numbers"),
    MODEL_TOO_LARGE(
            "'%s' needs more memory or weights than a Java array holds",
            "make its layers smaller: the limit is 2^31 numbers"),

    // Blocks
    GIVEN_UNSET("'%s' has %s = GIVEN, but %s", "%s"),
    BLOCK_RECURSION("the block @%s contains itself: %s", "remove the recursion"),
    BLOCK_BODY_NOT_RECORD(
            "the body of @%s is %s, which is not a record",
            "make it a record of layers: the order of a class's fields is not kept in class files"),
    BLOCK_TARGET_UNKNOWN("@%s sends '%s' to \"%s\", but %s", "%s"),
    BLOCK_TYPE_MISMATCH("@%s sends '%s', of type %s, to \"%s\", of type %s", "give both the same type"),
    BLOCK_ATTRIBUTE_UNUSED(
            "the attribute '%2$s' of @%1$s goes nowhere", "add @To(\"layer.attribute\") to it, or remove it"),
    BLOCK_CONFLICT("@%s sends both '%s' and '%s' to \"%s\"", "send one of them"),
    BLOCK_INPUTS("'%s' takes %s but reads %s", "%s"),
    BLOCK_INPUT_SHAPE(
            "'%s' is an @Input of a block and has a shape", "remove the shape: it is that of what the block reads"),

    // Models
    MODEL_KIND("'%s' is %s; a model is a record or a class", "make it a record whose components are layers"),
    MODEL_GENERIC("'%s' has type parameters", "remove them: a model has nothing to be generic in"),
    MODEL_PRIVATE("'%s' is private, so no generated class can be put beside it", "make it package-private or public"),
    MODEL_INHERITS(
            "'%s' inherits layers from '%s', which do not count", "declare them in the model itself, or use a block"),
    NAME_TAKEN("'%s' would be compiled to %s, which exists", "rename one, or set @Model(name = ...)"),
    BAD_NAME("'%s' asks for a class called \"%s\"", "write a Java identifier");

    private final String sentence;
    private final String fix;

    Problem(String sentence, String fix) {
        this.sentence = sentence;
        this.fix = fix;
    }

    /** Returns the id, as {@code window-too-large}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the message: id, sentence, and how to fix it. The sentence takes the first arguments, the fix the rest. */
    String message(Object... args) {
        int taken = placeholders(sentence);
        boolean shared = fix.contains("$");
        int wanted = taken + (shared ? 0 : placeholders(fix));
        if (args.length != wanted) {
            throw new IllegalStateException(this + " takes " + wanted + " arguments: " + Arrays.toString(args));
        }
        Object[] rest = shared ? args : Arrays.copyOfRange(args, taken, args.length);
        return "[" + id() + "] " + String.format(sentence, args) + "\n  fix: " + String.format(fix, rest);
    }

    private static int placeholders(String format) {
        return (int) format.chars().filter(c -> c == '%').count();
    }
}
