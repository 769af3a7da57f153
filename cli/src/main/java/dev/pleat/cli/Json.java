package dev.pleat.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Results for programs. */
final class Json {
    private Json() {}

    /** Prints an object; its keys keep their order. */
    static void print(PrintWriter out, Map<String, Object> object) {
        try {
            out.println(JSON.std
                    .with(JSON.Feature.PRETTY_PRINT_OUTPUT)
                    .with(JSON.Feature.WRITE_NULL_PROPERTIES)
                    .asString(object));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
