package dev.pleat.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file is, by what is in it, whatever it is called; and what is said of files that are none of these. */
final class FileKindTest {
    @TempDir
    private Path folder;

    @Test
    void knowsFilesByTheirFirstBytes() throws IOException {
        byte[] hdf5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n', 0};
        assertThat(kind("net.bin", hdf5)).isEqualTo(FileKind.KERAS_H5);
        byte[] behind = new byte[1100];
        System.arraycopy(hdf5, 0, behind, 1024, hdf5.length);
        assertThat(kind("behind.h5", behind)).isEqualTo(FileKind.KERAS_H5);
        assertThat(kind("a.bin", "\u0093NUMPY\u0001")).isEqualTo(FileKind.NUMPY);
        assertThat(kind("old.pt", "\u0080\u0002\u008a\n")).isEqualTo(FileKind.TORCH);
        assertThat(kind("w.bin", "\u0002\0\0\0\0\0\0\0{}")).isEqualTo(FileKind.SAFETENSORS);
        // A graph's first node; a model with an IR version and a graph; a saved model with a meta graph.
        assertThat(kind("g.bin", "\n\u0003\n\u0001a")).isEqualTo(FileKind.GRAPH_DEF);
        assertThat(kind("m.bin", "\b\u0007:\u0002\n\0")).isEqualTo(FileKind.ONNX);
        assertThat(kind("s.pb", "\b\u0001\u0012\u0002\n\0")).isEqualTo(FileKind.SAVED_MODEL);
        assertThat(kind("cut.onnx", "\b\u0007\u0012\u0002pt:\u0070\n")).isEqualTo(FileKind.ONNX);
        assertThat(kind("Net.java", "class Net {}")).isEqualTo(FileKind.JAVA);
    }

    @ParameterizedTest
    @CsvSource({"config.json, KERAS_ZIP", "model.weights.h5, KERAS_ZIP", "archive/data.pkl, TORCH", "x.npy, NUMPY"})
    void knowsZipFilesByTheirEntries(String entry, FileKind kind) throws IOException {
        assertThat(FileKind.of(zip(entry))).isEqualTo(kind);
    }

    @Test
    void knowsFoldersAndCheckpoints() throws IOException {
        Path saved = Files.createDirectories(folder.resolve("saved"));
        Files.write(saved.resolve("saved_model.pb"), new byte[0]);
        assertThat(FileKind.of(saved)).isEqualTo(FileKind.SAVED_MODEL);
        Path training = Files.createDirectories(folder.resolve("training"));
        Files.write(training.resolve("model.ckpt-7.index"), new byte[] {1});
        Files.write(training.resolve("model.ckpt-7.data-00000-of-00001"), new byte[] {1});
        for (String name :
                new String[] {"", "model.ckpt-7", "model.ckpt-7.index", "model.ckpt-7.data-00000-of-00001"}) {
            assertThat(FileKind.of(training.resolve(name))).as(name).isEqualTo(FileKind.CHECKPOINT);
        }
    }

    @Test
    void saysWhatOtherFilesAre() throws IOException {
        assertRefused("net.tflite", "\u001c\0\0\0TFL3", "is a TensorFlow Lite file");
        assertRefused("net.pbtxt", "node {\n}", "is a graph as text");
        assertRefused("net.json", "{\"class_name\": 1}", "is JSON, layers without weights");
        assertRefused("page.h5", "<!DOCTYPE html>", "is a web page or XML");
        assertRefused("lfs.onnx", "version https://git-lfs.github.com/spec/v1", "is a pointer of Git LFS");
        assertRefused("notes.txt", "hello", "is nothing that is known here");
        assertRefused("nothing.h5", "", "is empty");
        assertThatThrownBy(() -> FileKind.of(zip("notes.txt"))).hasMessageContaining("is a zip file of another kind");
        assertThatThrownBy(() -> FileKind.of(folder)).hasMessageContaining("is a folder without saved_model.pb");
        assertThatThrownBy(() -> FileKind.of(folder.resolve("absent"))).isInstanceOf(NoSuchFileException.class);
        Path damaged = Files.writeString(folder.resolve("damaged.keras"), "PK\u0003\u0004 and no more");
        assertThatThrownBy(() -> FileKind.of(damaged))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("is a damaged zip file");
    }

    @Test
    void modelsAndWeightsAreToldApart() throws IOException {
        Path weights = zip("x.npy");
        assertThatThrownBy(() -> ModelFiles.read(weights, ReadOptions.DEFAULT))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("is a NumPy file, which holds weights but no layers")
                .hasMessageContaining("--weights any.zip");
        Path source = Files.writeString(folder.resolve("Net.java"), "class Net {}");
        assertThatThrownBy(() -> WeightFiles.read(source)).hasMessageContaining("is Java source");
    }

    private void assertRefused(String name, String text, String message) {
        assertThatThrownBy(() -> kind(name, text))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(message);
    }

    private FileKind kind(String name, String text) throws IOException {
        return kind(name, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private FileKind kind(String name, byte[] bytes) throws IOException {
        return FileKind.of(Files.write(folder.resolve(name), bytes));
    }

    private Path zip(String entry) throws IOException {
        Path file = folder.resolve("any.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(1);
        }
        return file;
    }
}
