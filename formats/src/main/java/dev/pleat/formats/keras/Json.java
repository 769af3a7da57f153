package dev.pleat.formats.keras;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import dev.pleat.formats.FormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** JSON as Python writes it: with {@code NaN} and {@code Infinity}. */
final class Json {
    private static final int DEEPEST = 200;
    private static final int LONGEST = 1 << 28;

    // Long texts are models in a text attribute; deep nesting would exhaust the stack of whoever walks it.
    private static final JSON READER = JSON.builder(JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST)
                            .build())
                    .build())
            .build();

    private Json() {}

    /**
     * Reads an object.
     *
     * @param file the file, for messages
     * @param what what the text is
     */
    static Map<String, Object> object(Path file, String what, String text) throws FormatException {
        try {
            return READER.mapFrom(text);
        } catch (IOException | IllegalArgumentException e) {
            throw new FormatException(file, what + " is not a JSON object: " + firstLine(e), e);
        }
    }

    /** {@return a value as an object; empty if it is none} */
    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return value instanceof Map ? (Map<String, Object>) value : Map.of();
    }

    /** {@return a value as an array; empty if it is none} */
    @SuppressWarnings("unchecked")
    static List<Object> list(Object value) {
        return value instanceof List ? (List<Object>) value : List.of();
    }

    /** {@return a value as a text; empty if it is none} */
    static String text(Object value) {
        return value instanceof String text ? text : "";
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse(message);
    }
}
