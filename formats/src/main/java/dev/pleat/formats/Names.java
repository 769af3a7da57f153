package dev.pleat.formats;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * Gives the layers of a file names that the language accepts: Java identifiers, unique in their model.
 *
 * <p>A name of letters, digits and {@code _} stays as it is; in others each run of other characters becomes one
 * {@code _}. A name that is taken gets a number behind.
 */
public final class Names {
    /** Names of methods of every object, which Java forbids as components of a record. */
    private static final Set<String> OF_OBJECTS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    /** The longest name before a number is put behind it; paths of exporters get longer, and nobody reads their begin. */
    private static final int LONGEST = 80;

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /**
     * Makes a name of a text, and marks it as taken.
     *
     * @param text what the layer is called in the file, or anything that describes it
     * @return the name
     */
    public String of(String text) {
        String name = identifier(text);
        String free = name;
        // Counting on from the last number: a file may call thousands of layers the same.
        for (int i = numbers.getOrDefault(name, 2); !taken.add(free); i++) {
            free = name + "_" + i;
            numbers.put(name, i + 1);
        }
        return free;
    }

    /**
     * Makes an identifier of a text, whether it is taken or not.
     *
     * @param text any text
     * @return a legal name of a record's component, {@code layer} for a text without letters and digits
     */
    public static String identifier(String text) {
        String name = text.replaceAll("[^A-Za-z0-9_]+", "_").replaceAll("^_+|_+$", "");
        if (name.length() > LONGEST) {
            name = name.substring(name.length() - LONGEST).replaceAll("^_+", "");
        }
        if (name.isEmpty()) {
            return "layer";
        }
        if (Character.isDigit(name.charAt(0))) {
            name = "layer_" + name;
        }
        boolean reserved = SourceVersion.isKeyword(name) || OF_OBJECTS.contains(name) || isConstant(name);
        return reserved ? name + "_" : name;
    }

    /** Returns whether it looks like a constant that sources import statically: a field of that name would hide it. */
    private static boolean isConstant(String name) {
        return name.matches("[A-Z][A-Z0-9_]*") && CONSTANTS.contains(name);
    }

    private static final Set<String> CONSTANTS = constants();

    private static Set<String> constants() {
        Set<String> names = new HashSet<>(Set.of("GIVEN"));
        for (Enum<?>[] constants : new Enum<?>[][] {
            dev.pleat.ActivationFunction.values(),
            dev.pleat.Padding.values(),
            dev.pleat.DataFormat.values(),
            dev.pleat.Interpolation.values()
        }) {
            for (Enum<?> constant : constants) {
                names.add(constant.name());
            }
        }
        return names;
    }
}
