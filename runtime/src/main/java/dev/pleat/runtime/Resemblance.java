package dev.pleat.runtime;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a person may have meant. */
final class Resemblance {
    // Beyond these, comparing every name with every other would take longer than loading the weights.
    private static final int MAX_CANDIDATES = 1000;
    private static final int MAX_LENGTH = 100;

    private Resemblance() {}

    /** Returns the first candidate most like the name, if one is alike in at least half of its characters. */
    static Optional<String> closest(String name, Collection<String> candidates) {
        if (candidates.size() > MAX_CANDIDATES || name.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Optional<String> closest = Optional.empty();
        int least = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            if (candidate.length() <= MAX_LENGTH) {
                int distance = distance(name, candidate);
                if (distance < least && distance <= Math.max(name.length(), candidate.length()) / 2) {
                    closest = Optional.of(candidate);
                    least = distance;
                }
            }
        }
        return closest;
    }

    /** Returns how many characters must be changed, removed or added to make one name the other, ignoring case. */
    static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
