package dev.pleat.processor.emit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says for people how steps are computed. */
final class Schedules {

    private static final Pattern CALL = Pattern.compile("\\b([A-Z]\\w*\\.[a-z]\\w*)\\(");

    /** What a step calls beside its kernels. */
    private static final Set<String> ASIDE = Set.of("Math.min", "Math.max", "Copy.border", "Float.floatToIntBits");

    private Schedules() {}

    /** Returns the kernels that a step calls, {@code Wide.conv3x3_16to32}, each once, then their tiles. */
    static List<String> of(Step step) {
        Set<String> calls = new LinkedHashSet<>();
        Matcher call = CALL.matcher(step.run().toString());
        while (call.find()) {
            if (!ASIDE.contains(call.group(1))) {
                calls.add(call.group(1));
            }
        }
        List<String> schedule = new ArrayList<>(calls);
        schedule.addAll(step.schedule());
        return schedule;
    }
}
