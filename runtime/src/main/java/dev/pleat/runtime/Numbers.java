package dev.pleat.runtime;

import java.util.Arrays;
import java.util.stream.Stream;

/** Reads the tables of numbers that generated code holds as text. */
public final class Numbers {

    private Numbers() {}

    /** Returns the numbers that the strings list, separated by spaces. */
    public static double[] parse(String... texts) {
        return Arrays.stream(texts)
                .flatMap(text -> Stream.of(text.split(" ")))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
