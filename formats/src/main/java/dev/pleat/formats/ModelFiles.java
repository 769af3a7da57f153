package dev.pleat.formats;

import dev.pleat.formats.keras.KerasH5Reader;
import dev.pleat.formats.keras.KerasZipReader;
import dev.pleat.formats.onnx.OnnxReader;
import dev.pleat.formats.tensorflow.GraphReader;
import dev.pleat.formats.tensorflow.SavedModelReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads whole models of every kind, told apart by what is in the file. */
public final class ModelFiles {
    private ModelFiles() {}

    /**
     * Reads a model.
     *
     * @param file the file, or the folder of a SavedModel
     * @param options how to read it
     * @return the model
     * @throws FormatException if it is of no known kind, holds weights alone, is damaged, or holds what the language
     *     cannot say; it lists all of it
     * @throws IOException if the file cannot be read
     */
    public static SourceModel read(Path file, ReadOptions options) throws IOException {
        FileKind kind = FileKind.of(file);
        return reader(kind, file).read(kind == FileKind.SAVED_MODEL ? folder(file) : file, options);
    }

    private static ModelReader reader(FileKind kind, Path file) throws FormatException {
        return switch (kind) {
            case KERAS_H5 -> new KerasH5Reader();
            case KERAS_ZIP -> new KerasZipReader();
            case SAVED_MODEL -> new SavedModelReader();
            case GRAPH_DEF -> new GraphReader();
            case ONNX -> new OnnxReader();
            case CHECKPOINT, TORCH, NUMPY, SAFETENSORS -> throw withoutLayers(kind, file);
            case JAVA ->
                throw new FormatException(
                        file,
                        "is " + kind.description() + ", which is compiled as it stands",
                        List.of(),
                        List.of("give it to javac, with Pleat's processor"));
        };
    }

    private static FormatException withoutLayers(FileKind kind, Path file) {
        return new FormatException(
                file,
                "is " + kind.description() + ", which holds weights but no layers",
                List.of(),
                List.of("write the layers as an annotated class, and load it with these weights:"
                        + " pleat ... Net.java --weights " + file.getFileName()));
    }

    /** A SavedModel is a folder, whichever of its files is named. */
    private static Path folder(Path file) {
        boolean inside = "saved_model.pb".equals(String.valueOf(file.getFileName()));
        return inside ? file.toAbsolutePath().getParent() : file;
    }
}
