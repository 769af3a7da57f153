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
 */
record Target(String name, Reading reading) {
    /** Reads a file, and forgets what it read. */
    interface Reading {
        void read(Path file) throws IOException;
    }

    static Target of(WeightsReader reader) {
        return new Target(reader.getClass().getSimpleName(), reader::read);
    }

    static Target of(ModelReader reader) {
        return new Target(reader.getClass().getSimpleName(), file -> reader.read(file, ReadOptions.DEFAULT));
    }

    @Override
    public String toString() {
        return name;
    }
}
