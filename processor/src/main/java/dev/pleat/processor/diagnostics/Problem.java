package dev.pleat.processor.diagnostics;

import java.util.Locale;

/** Every way a model can be refused. The constant's name, in lower case with hyphens, is its id and never changes meaning. */
public enum Problem {
    NOT_POSITIVE("'%s' has %s = %s; it must be at least 1", "write a positive number"),
    NEGATIVE("'%s' has %s = %s; it must be at least 0", "write 0 or more"),
    NOT_FINITE("'%s' has %s = %s; it must be a finite number", "write a finite number"),
    WRONG_COUNT("'%s' has %s numbers in %s; it takes %s", "write as many numbers as it takes"),
    CONTRADICTION("'%s' has %s, which contradicts %s", "%s"),
    MISSING_ATTRIBUTE("'%s' has no %s", "set %s"),
    GIVEN_UNSET("'%s' leaves %s to the block, and the block gives no value", "add @To(\"%s\") to an attribute of the block"),
    UNKNOWN_LAYER("'%s' reads '%s', which is not a layer above it", "%s"),
    FORWARD_REFERENCE("'%s' reads '%s', which comes below it", "move '%2$s' above '%1$s'"),
    SELF_REFERENCE("'%s' reads itself", "name a layer above it"),
    DUPLICATE_LAYER("two layers are called '%s'", "rename one of them"),
    TOO_FEW_INPUTS("'%s' combines layers but names %s", "name at least %s: @%s({\"first\", \"second\"})"),
    TOO_MANY_INPUTS("'%s' reads one layer but @From names %s", "name one, or combine them with a layer such as @Add"),
    NOTHING_ABOVE("'%s' has no layer above it to read", "begin the model with an @Input, or name what it reads with @From"),
    NO_INPUT("'%s' has no @Input", "begin it with a member such as @Input({28, 28, 1}) Layer image"),
    NO_LAYERS("'%s' has no layers", "add members of type Layer, each with a layer annotation"),
    SEVERAL_LAYERS("'%s' carries several layer annotations: %s", "give each its own member of type Layer"),
    NOT_ANNOTATED("'%s' is a Layer without a layer annotation", "annotate it, or remove it"),
    NOT_A_LAYER("'%s' carries @%s but is of type %s", "make its type dev.pleat.Layer"),
    INPUT_READS("'%s' is an @Input and reads another layer", "remove its @From"),
    UNREACHABLE("'%s' leads to no output", "read it below, mark it @Output, or remove it"),
    UNUSED_INPUT("the input '%s' leads to no output", "read it below, or remove it"),
    WRONG_RANK("'%s' takes %s but '%s' has the shape %s", "%s"),
    SHAPE_MISMATCH("'%s' %s", "check the shapes: %s"),
    WINDOW_TOO_LARGE(
            "'%s' slides a %s window over %s from '%s', which is smaller",
            "use a window of at most %s, or padding = SAME"),
    NOTHING_LEFT("'%s' leaves nothing of %s from '%s'", "remove less"),
    GROUPS_DO_NOT_DIVIDE("'%s' has %s groups, which do not divide its %s %s", "use a divisor: %s"),
    STRIDES_AND_DILATION("'%s' has strides %s and dilation %s; a layer can have one of them, not both", "set one of them to 1"),
    CAUSAL_NOT_HERE("'%s' has padding = CAUSAL, which only Conv1D and DepthwiseConv1D have", "use SAME or VALID"),
    OUTPUT_PADDING_TOO_LARGE("'%s' has outputPadding %s, which must be smaller than strides %s", "use a smaller one"),
    AXIS_OUT_OF_RANGE("'%s' has axis %s but its input has the shape %s", "use %s, or count from the end: -1 is the last"),
    AXIS_IS_BATCH("'%s' has axis 0, which is the batch", "count as Keras does: 1 is the first dimension of the sample, -1 the last"),
    DUPLICATE_AXIS("'%s' names axis %s twice", "name each once"),
    NOT_A_PERMUTATION("'%s' has dims %s, which do not permute %s axes", "name each of 1 to %2$s once"),
    RESHAPE_MISMATCH("'%s' cannot turn %s (%s numbers) into %s (%s)", "%s"),
    EPSILON_NOT_POSITIVE("'%s' has epsilon = %s; it must be more than 0", "Keras's default is 0.001"),
    IS_TRAINING(
            "'%s' has isTraining = true; compiled models only predict",
            "remove it: the moving statistics are used, as TensorFlow does with is_training=False"),
    NOT_ONE_OF("'%s' has %s = \"%s\"", "write one of %s"),
    STATISTICS_LENGTH("'%s' has %s values of %s for %s channels", "give one per channel"),
    VARIANCE_NEGATIVE("'%s' has a variance of %s", "variances are at least 0"),
    TOO_LARGE("'%s' would hold %s numbers, more than a Java array can", "make it smaller"),
    MODEL_TOO_LARGE("'%s' needs %s numbers of %s, more than a Java array can hold", "make it smaller"),
    BLOCK_RECURSION("the block @%s contains itself: %s", "remove the recursion"),
    BLOCK_BODY_NOT_RECORD("the body of @%s is %s, which is not a record", "make it a record of layers: the order of a class's fields is not kept in class files"),
    BLOCK_TARGET_UNKNOWN("@%s sends '%s' to \"%s\", but %s", "%s"),
    BLOCK_TYPE_MISMATCH("@%s sends '%s', of type %s, to \"%s\", of type %s", "give both the same type"),
    BLOCK_ATTRIBUTE_UNUSED("the attribute '%2$s' of @%1$s goes nowhere", "add @To(\"layer.attribute\") to it, or remove it"),
    BLOCK_CONFLICT("@%s sends both '%s' and '%s' to \"%s\"", "send one of them"),
    BLOCK_INPUTS("'%s' takes %s layers but reads %s", "name as many with @From"),
    BLOCK_INPUT_SHAPE("'%s' is an @Input of a block and has a shape", "remove the shape: it is what the block reads"),
    MODEL_KIND("'%s' is %s; a model is a record or a class", "make it a record whose components are layers"),
    MODEL_GENERIC("'%s' has type parameters", "remove them: a model has nothing to be generic in"),
    MODEL_PRIVATE("'%s' is private, so no generated class can be put beside it", "make it package-private or public"),
    MODEL_INHERITS("'%s' inherits layers from '%s', which do not count", "declare them in the model itself, or use a block"),
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
        Object[] rest = fix.contains("$") ? args : java.util.Arrays.copyOfRange(args, Math.min(taken, args.length), args.length);
        return "[" + id() + "] " + String.format(sentence, args) + "\n  fix: " + String.format(fix, rest);
    }

    private static int placeholders(String format) {
        int count = 0;
        for (int i = format.indexOf('%'); i >= 0; i = format.indexOf('%', i + 1)) {
            count++;
        }
        return count;
    }
}
