package dev.pleat.formats.fuzz;

import dev.pleat.formats.ModelReader;
import dev.pleat.formats.ReadOptions;
import dev.pleat.formats.WeightsReader;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A reader, whatever it returns.
 *
 * @param name the reader
 * @param reading reads a file
 * @param ratio how many bytes it may allocate, live or not, for each byte of the file
 */
record Target(String name, Reading reading, long ratio) {
    // A layer of a few bytes takes some objects and texts, a number does not.
    private static final long LAYERS = 600;
    private static final long NUMBERS = 50;

    /** Reads a file, and forgets what it read. */
    interface Reading {
        void read(Path file) throws IOException;
    }

    static Target of(WeightsReader reader) {
        return new Target(reader.getClass().getSimpleName(), reader::read, NUMBERS);
    }

    static Target of(ModelReader reader) {
        return new Target(reader.getClass().getSimpleName(), file -> reader.read(file, ReadOptions.DEFAULT), LAYERS);
    }

    @Override
    public String toString() {
        return name;
    }
}
