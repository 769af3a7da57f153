package dev.pleat.formats;

import java.io.IOException;
import java.nio.file.Path;

/** Reads whole models, layers and weights, of one kind of file. */
public interface ModelReader {
    /**
     * Reads a model.
     *
     * @param file the file, or the folder for formats that are one
     * @param options how to read it
     * @return the model
     * @throws FormatException if the file is damaged or holds what the language cannot say; it lists all of it
     * @throws IOException if the file cannot be read
     */
    SourceModel read(Path file, ReadOptions options) throws IOException;
}
