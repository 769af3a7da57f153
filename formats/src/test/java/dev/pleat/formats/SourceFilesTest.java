package dev.pleat.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pleat.runtime.Safetensors;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where files are written, and that nobody's work is overwritten. */
final class SourceFilesTest {
    @TempDir
    private Path folder;

    private SourceFiles files;

    @BeforeEach
    void place() {
        files = SourceFiles.of("com.acme.Net", folder, folder);
    }

    @Test
    void writesSourceAndWeights() throws IOException {
        write(false);
        assertThat(Files.readString(folder.resolve("com/acme/Net.java")))
                .startsWith("// Written by Pleat, checksum ")
                .contains("package com.acme;");
        assertThat(Safetensors.read(folder.resolve("com/acme/Net.safetensors")))
                .containsOnlyKeys("scores/bias", "scores/kernel", "stem/kernel", "years/bias", "years/kernel");
        assertThat(all()).hasSize(2);
    }

    @Test
    void sourcesAndResourcesMayBeApart() throws IOException {
        SourceFiles apart = SourceFiles.of("Net", folder.resolve("java"), folder.resolve("resources"));
        apart.write(SourceModels.branches(), "Net", false);
        assertThat(all())
                .containsExactlyInAnyOrder(
                        folder.resolve("java/Net.java"), folder.resolve("resources/Net.safetensors"));
    }

    @Test
    void overwritesItsOwnFiles() throws IOException {
        write(false);
        byte[] before = Files.readAllBytes(files.source());
        Files.writeString(files.source(), Files.readString(files.source()).replace("\n", "\r\n"));
        write(false);
        assertThat(Files.readAllBytes(files.source())).isEqualTo(before);
    }

    @Test
    void keepsWhatWasEdited() throws IOException {
        write(false);
        String edited = Files.readString(files.source()).replace("units = 3", "units = 4");
        Files.writeString(files.source(), edited);
        assertThatThrownBy(() -> write(false))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("edited since Pleat wrote it")
                .hasMessageContaining("--force");
        assertThat(Files.readString(files.source())).isEqualTo(edited);
        write(true);
        assertThat(Files.readString(files.source())).contains("units = 3");
    }

    @Test
    void keepsWhatOthersWrote() throws IOException {
        Files.createDirectories(files.source().getParent());
        Files.writeString(files.source(), "class Net {}");
        assertThatThrownBy(() -> write(false)).hasMessageContaining("was not written by Pleat");
        Files.delete(files.source());
        Files.writeString(files.weights(), "mine");
        assertThatThrownBy(() -> write(false)).hasMessageContaining("the source it should belong to does not");
        assertThat(Files.readString(files.weights())).isEqualTo("mine");
    }

    @Test
    void leavesNothingHalfWritten() throws IOException {
        Files.createDirectories(files.source());
        assertThatThrownBy(() -> write(true)).isInstanceOf(IOException.class);
        assertThat(all())
                .doesNotContain(files.weights())
                .noneMatch(file -> file.toString().endsWith(".tmp"));
    }

    private void write(boolean force) throws IOException {
        files.write(SourceModels.branches(), "com.acme.Net", force);
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }
}
