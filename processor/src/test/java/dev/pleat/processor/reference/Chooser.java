package dev.pleat.processor.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random choices that are the same for a seed. */
final class Chooser {
    private final Random random;

    Chooser(long seed) {
        // Neighbouring seeds of Random start alike; spread them.
        random = new Random(seed * 0x9E3779B97F4A7C15L ^ 0x5DEECE66DL);
        random.nextLong();
    }

    /** {@return true as often as {@code probability} says} */
    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** {@return a whole number between the two, both included} */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** {@return a number between the two} */
    double real(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }

    /** {@return a number between the two, of two decimals} */
    double decimal(double least, double most) {
        return Math.round(real(least, most) * 100) / 100.0;
    }

    /** {@return a normally distributed number} */
    double normal() {
        return random.nextGaussian();
    }

    /** {@return one of the items} */
    @SafeVarargs
    final <T> T oneOf(T... items) {
        return items[random.nextInt(items.length)];
    }

    /** {@return one of the items} */
    <T> T oneOf(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** {@return one of the numbers} */
    int oneOf(int[] numbers) {
        return numbers[random.nextInt(numbers.length)];
    }

    /** {@return the items in another order} */
    <T> List<T> shuffled(List<T> items) {
        List<T> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
