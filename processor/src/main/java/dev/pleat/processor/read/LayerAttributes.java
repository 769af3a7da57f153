package dev.pleat.processor.read;

import dev.pleat.processor.diagnostics.Diagnostics;
import dev.pleat.processor.diagnostics.Origin;
import dev.pleat.processor.diagnostics.Problem;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The attributes of one layer, checked as they are asked for. What is wrong is reported, and reads as a harmless value. */
abstract class LayerAttributes {

    /** The most numbers that a value or a weight may have: in bytes they and all their borders count as an int. */
    static final int MOST = 1 << 28;

    /** {@code Block.GIVEN}, which also stands for a number that must be written. */
    private static final int GIVEN = Integer.MIN_VALUE;

    /** Problems that leave an attribute without a value; after others the checks go on, with the nearest legal one. */
    private static final Set<Problem> INCOMPLETE =
            EnumSet.of(Problem.MISSING_ATTRIBUTE, Problem.GIVEN_UNSET, Problem.WRONG_COUNT);

    private final String path;
    private final Origin origin;
    private final Attributes attributes;
    private final String kind;
    private final String shorthand;
    private final Diagnostics diagnostics;
    private boolean refused;
    private boolean incomplete;

    /**
     * @param kind the simple name of the annotation
     * @param shorthand the attribute that {@code value} stands for, null if the annotation has none
     */
    LayerAttributes(
            String path, Origin origin, String kind, Attributes attributes, String shorthand, Diagnostics diagnostics) {
        this.path = path;
        this.origin = origin;
        this.kind = kind;
        this.attributes = attributes;
        this.shorthand = shorthand;
        this.diagnostics = diagnostics;
        if (shorthand != null) {
            checkShorthand();
        }
    }

    String path() {
        return path;
    }

    /** Returns whether a problem of this layer is reported. */
    boolean isRefused() {
        return refused;
    }

    /** Returns whether an attribute has no value, so that nothing can be said of shapes. */
    boolean isIncomplete() {
        return incomplete;
    }

    /** Reports a problem whose first argument is the layer's path, and goes on. */
    void problem(Problem problem, String attribute, Object... args) {
        Object[] all = new Object[args.length + 1];
        all[0] = path;
        System.arraycopy(args, 0, all, 1, args.length);
        Attributes.Sent sent = attribute == null ? null : attributes.sent(spelled(attribute));
        if (sent == null) {
            diagnostics.error(origin, spelled(attribute), problem, all);
        } else {
            diagnostics.error(sent.origin(), sent.attribute(), problem, all);
        }
        refused = true;
        incomplete |= INCOMPLETE.contains(problem);
    }

    /** Reports a problem and ends the reading of this layer. */
    Refused refuse(Problem problem, String attribute, Object... args) {
        problem(problem, attribute, args);
        return new Refused();
    }

    private void checkShorthand() {
        // Of what a block sends and what its body says, the first counts.
        boolean both = attributes.isSet("value")
                && attributes.isSet(shorthand)
                && (attributes.sent("value") == null) == (attributes.sent(shorthand) == null);
        if (both && !list(attributes.get("value")).equals(list(attributes.get(shorthand)))) {
            problem(
                    Problem.CONTRADICTION,
                    shorthand,
                    shorthand + " = " + shown(attributes.get(shorthand)),
                    "its shorthand value = " + shown(attributes.get("value")),
                    "write one of them");
        }
    }

    /** Returns the spelling in which an attribute is written: {@code value}, if that is its shorthand. */
    private String spelled(String attribute) {
        if (attribute == null || !attribute.equals(shorthand)) {
            return attribute;
        }
        boolean overruled = attributes.sent("value") != null && attributes.sent(attribute) == null;
        return attributes.isSet(attribute) && !overruled ? attribute : "value";
    }

    boolean isSet(String attribute) {
        return attributes.isSet(spelled(attribute));
    }

    /** Returns a value as a list, and reports one that is missing. */
    private List<?> value(String attribute, Object otherwise) {
        String spelled = spelled(attribute);
        List<?> value = list(attributes.get(spelled));
        if (attributes.get(spelled) == null
                || value.contains(GIVEN)
                || value.contains(Double.NaN) && !attributes.isSet(spelled)) {
            reportMissing(attribute, attributes.isSet(spelled));
            return List.of(otherwise);
        }
        return value;
    }

    private String example(String attribute, String value) {
        return "@" + kind + "(" + attribute + " = " + value + ")";
    }

    private void reportMissing(String attribute, boolean given) {
        if (!given) {
            problem(Problem.MISSING_ATTRIBUTE, attribute, attribute, "one, as in " + example(attribute, "1"));
            return;
        }
        boolean inBlock = path.contains("/");
        boolean sent = attributes.sent(spelled(attribute)) != null;
        String why = sent
                ? "that is what the block is given"
                : inBlock ? "no attribute of the block is sent there" : "it stands in no block";
        String fix = inBlock && !sent
                ? "add @To(\"" + path.substring(path.lastIndexOf('/') + 1) + "." + attribute + "\") to one"
                : "write a number";
        problem(Problem.GIVEN_UNSET, attribute, attribute, why, fix);
    }

    private static String shown(Object value) {
        return list(value).size() == 1 ? list(value).get(0).toString() : value.toString();
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    }

    int integer(String attribute) {
        return integers(attribute)[0];
    }

    int positive(String attribute) {
        return positives(attribute, 1)[0];
    }

    int[] integers(String attribute) {
        return value(attribute, 1).stream().mapToInt(n -> (Integer) n).toArray();
    }

    /** Returns integers of which there must be some. */
    int[] someIntegers(String attribute) {
        int[] numbers = integers(attribute);
        if (numbers.length == 0) {
            problem(Problem.MISSING_ATTRIBUTE, attribute, attribute, "some, as in " + example(attribute, "{1, 2}"));
        }
        return numbers;
    }

    /** Returns {@code count} numbers of at least 1; one number stands for all. */
    int[] positives(String attribute, int count) {
        int[] numbers = counted(attribute, count);
        String text = shown(attributes.get(spelled(attribute)));
        if (Arrays.stream(numbers).anyMatch(n -> n < 1)) {
            problem(Problem.NOT_POSITIVE, attribute, attribute, text);
        } else if (Arrays.stream(numbers).anyMatch(n -> n > MOST)) {
            problem(Problem.TOO_LARGE, attribute, attribute + " = " + text);
        } else {
            return numbers;
        }
        return IntStream.generate(() -> 1).limit(count).toArray();
    }

    /** Returns {@code count} numbers; one number stands for all. */
    private int[] counted(String attribute, int count) {
        int[] numbers = integers(attribute);
        if (numbers.length == count) {
            return numbers;
        }
        if (numbers.length != 1) {
            problem(Problem.WRONG_COUNT, attribute, numbers.length, attribute, count == 1 ? "1" : "1 or " + count);
        }
        int only = numbers.length == 0 ? 1 : numbers[0];
        return IntStream.generate(() -> only).limit(count).toArray();
    }

    double number(String attribute) {
        return ((Number) value(attribute, 1.0).get(0)).doubleValue();
    }

    double finite(String attribute) {
        double number = number(attribute);
        if (!Double.isFinite(number)) {
            problem(Problem.NOT_FINITE, attribute, attribute, number);
        }
        return number;
    }

    /** Returns a finite number of at least 0 and at most {@code most}. */
    double within(String attribute, double most) {
        double number = finite(attribute);
        if (number < 0 && most == Double.POSITIVE_INFINITY) {
            problem(Problem.NEGATIVE, attribute, attribute, number);
        } else if (number < 0 || number > most) {
            problem(Problem.OUT_OF_RANGE, attribute, attribute, number, 0, (int) most);
        }
        return number;
    }

    /** Returns a number of a layer that may lack the attribute. */
    double finiteOr(String attribute, double otherwise) {
        return attributes.has(attribute) ? finite(attribute) : otherwise;
    }

    double[] numbers(String attribute) {
        double[] numbers = value(attribute, 1.0).stream()
                .mapToDouble(n -> ((Number) n).doubleValue())
                .toArray();
        if (!Arrays.stream(numbers).allMatch(Double::isFinite)) {
            problem(Problem.NOT_FINITE, attribute, attribute, Arrays.toString(numbers));
        }
        return numbers;
    }

    boolean flag(String attribute) {
        return (Boolean) value(attribute, false).get(0);
    }

    /** Returns a string or the name of an enum constant. */
    String text(String attribute) {
        return value(attribute, "LINEAR").get(0).toString();
    }

    boolean channelsFirst() {
        return text("dataFormat").equals("CHANNELS_FIRST");
    }
}
