package dev.pleat.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pleat.formats.FormatException;
import dev.pleat.formats.ModelReader;
import dev.pleat.formats.SourceLayer;
import dev.pleat.formats.SourceModel;
import dev.pleat.runtime.Safetensors.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are written when something changed, and only then. */
final class GenerationTest {

    @TempDir
    private Path folder;

    private final List<Path> readings = new ArrayList<>();
    private Path file;

    @BeforeEach
    void writeModel() throws IOException {
        file = Files.writeString(folder.resolve("net.model"), "3");
    }

    @Test
    void writesSourceAndWeights() throws Exception {
        run(model("com.acme.Net"));

        assertThat(source("com/acme/Net.java"))
                .content()
                .contains("package com.acme;", "@Dense(units = 3", "record Net(");
        assertThat(folder.resolve("resources/com/acme/Net.safetensors")).isNotEmptyFile();
    }

    @Test
    void writesNothingThatHasNotChanged() throws Exception {
        run(model("com.acme.Net"));
        var written = Files.getLastModifiedTime(source("com/acme/Net.java"));
        run(model("com.acme.Net"));

        assertThat(readings).hasSize(1);
        assertThat(Files.getLastModifiedTime(source("com/acme/Net.java"))).isEqualTo(written);
    }

    @Test
    void writesAgainWhatHasChanged() throws Exception {
        run(model("com.acme.Net"));
        Files.writeString(file, "4");
        run(model("com.acme.Net"));
        assertThat(source("com/acme/Net.java")).content().contains("units = 4");

        run(new ModelFile(file.toFile(), "com.acme.Net", List.of(), List.of("y"), false, false));
        run(new ModelFile(file.toFile(), "com.acme.Net", List.of(), List.of("y"), true, false));
        assertThat(readings).hasSize(4);
    }

    @Test
    void writesAgainWhatWasDeleted() throws Exception {
        run(model("com.acme.Net"));
        Files.delete(source("com/acme/Net.java"));
        run(model("com.acme.Net"));
        Files.delete(folder.resolve("resources/com/acme/Net.safetensors"));
        run(model("com.acme.Net"));

        assertThat(readings).hasSize(3);
        assertThat(source("com/acme/Net.java")).exists();
        assertThat(folder.resolve("resources/com/acme/Net.safetensors")).exists();
    }

    @Test
    void aFileInAFolderCounts() throws Exception {
        Path saved = Files.createDirectories(folder.resolve("saved/variables"));
        Files.writeString(folder.resolve("saved/saved_model.pb"), "1");
        file = folder.resolve("saved");
        run(model("Net"));
        run(model("Net"));
        assertThat(readings).hasSize(1);
        Files.writeString(saved.resolve("variables.index"), "x");
        run(model("Net"));
        assertThat(readings).hasSize(2);
    }

    @Test
    void removesWhatNobodyAsksForAnyMore() throws Exception {
        run(model("com.acme.Old"));
        Files.writeString(folder.resolve("sources/com/acme/Mine.java"), "class Mine {}");
        run(model("com.acme.New"));

        assertThat(source("com/acme/Old.java")).doesNotExist();
        assertThat(source("com/acme/New.java")).exists();
        assertThat(source("com/acme/Mine.java")).exists();
    }

    @Test
    void failuresNameTheFile() throws Exception {
        assertThatThrownBy(() -> run(new ModelFile(folder.resolve("no.h5").toFile(), "Net", null, null, false, false)))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("no.h5: no such file, for class Net");
        assertThatThrownBy(() -> run(new ModelFile(file.toFile(), null, null, null, false, false)))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("net.model: no class is named");
        assertThatThrownBy(() -> run(new ModelFile(null, "Net", null, null, false, false)))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("without a file");
        assertThatThrownBy(() -> run(model("com.acme.1Net")))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("net.model")
                .hasMessageContaining("'com.acme.1Net' is no name of a Java class");
        assertThatThrownBy(() -> run(model("Net"), model("Net")))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("two models are to become one class");
        Files.writeString(file, "broken");
        assertThatThrownBy(() -> run(model("Net")))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(file + ": has no number");
        assertThat(folder.resolve("sources")).doesNotExist();
    }

    private ModelFile model(String className) {
        return new ModelFile(file.toFile(), className, null, null, false, false);
    }

    private void run(ModelFile... models) throws MojoFailureException {
        ModelReader reader = (path, options) -> {
            readings.add(path);
            return read(path);
        };
        new Generation(
                        reader,
                        folder.resolve("sources"),
                        folder.resolve("resources"),
                        folder.resolve("stamps"),
                        "1",
                        new SystemStreamLog())
                .run(List.of(models));
    }

    private Path source(String name) {
        return folder.resolve("sources").resolve(name);
    }

    /** Reads a number of units. */
    private static SourceModel read(Path path) throws IOException {
        Path number = Files.isDirectory(path) ? path.resolve("saved_model.pb") : path;
        String text = Files.readString(number);
        if (!text.matches("\\d+")) {
            throw new FormatException(path, "has no number");
        }
        int units = Integer.parseInt(text);
        Map<String, Object> attributes = new LinkedHashMap<>(Map.of("units", units));
        SourceLayer input = new SourceLayer("x", "x", "Input", Map.of("value", List.of(2)), List.of(), Map.of());
        SourceLayer dense = new SourceLayer(
                "y", "y", "Dense", attributes, List.of("x"), Map.of("kernel", tensor(2, units), "bias", tensor(units)));
        return new SourceModel(path.toString(), List.of(input, dense), List.of("y"), true, List.of());
    }

    private static Tensor tensor(int... shape) {
        int size = 1;
        for (int dim : shape) {
            size *= dim;
        }
        return new Tensor(Arrays.stream(shape).boxed().toList(), new float[size]);
    }
}
